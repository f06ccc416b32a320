import { forbidden, redirect } from "next/navigation";
import { mayOrganize } from "~/domain/permissions";
import { loginPath } from "~/lib/local-path";
import { currentUser } from "~/server/auth";

/** Where rights that wait for a second factor are unlocked. */
const FIRST = "/profile#second-factor";

/** Who opens an organizer's page: strangers go to the door and come back to `path`, buyers get the house's 403. */
export async function requireOrganizer(path: string) {
  const user = await currentUser();
  if (!user) redirect(loginPath(path));
  if (user.withheld) redirect(FIRST);
  if (!mayOrganize(user)) forbidden();
  return user;
}

/** As `requireOrganizer`, for the pages of admins. */
export async function requireAdmin(path: string) {
  const user = await currentUser();
  if (!user) redirect(loginPath(path));
  if (user.withheld) redirect(FIRST);
  if (user.role !== "ADMIN") forbidden();
  return user;
}
