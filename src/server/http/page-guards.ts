import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { mayOrganize, standingOf } from "~/domain/permissions";
import { reaches, type Standing } from "~/domain/team";
import { loginPath } from "~/lib/local-path";
import { currentUser, currentUserOrNobody } from "~/server/auth";
import { db } from "~/server/db/db";
import { actingFor } from "~/server/services/team/acting-for";

/** Where rights that wait for a second factor are unlocked. */
const FIRST = "/profile#second-factor";

/** Whom the person at this page works for: themselves, or the organizer of their team. Read once a request. */
export const currentTeamActor = cache(async () => {
  const user = await currentUserOrNobody();
  return user && actingFor({ db, viewer: user });
});

/**
 * Who opens an organizer's page: strangers go to the door and come back to `path`, buyers and who is less than `least`
 * in their team get the house's 403.
 */
export async function requireOrganizer(path: string, least: Standing = "MANAGER") {
  const user = await currentUser();
  if (!user) redirect(loginPath(path));
  if (user.withheld) redirect(FIRST);
  const actor = (await currentTeamActor()) ?? user;
  if (!mayOrganize(actor) || !reaches(standingOf(actor), least)) forbidden();
  return actor;
}

/** As `requireOrganizer`, for the pages of admins. */
export async function requireAdmin(path: string) {
  const user = await currentUser();
  if (!user) redirect(loginPath(path));
  if (user.withheld) redirect(FIRST);
  if (user.role !== "ADMIN") forbidden();
  return user;
}
