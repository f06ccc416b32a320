import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { loginPath } from "~/lib/local-path";
import { currentUser } from "~/server/auth";

/** Sends who is not signed in to the door: here and not in the page, so that it happens before the skeleton. */
export default async function ProfileLayout({ children }: { children: ReactNode }) {
  if (!(await currentUser())) redirect(loginPath("/profile"));
  return children;
}
