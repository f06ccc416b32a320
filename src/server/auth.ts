import { headers } from "next/headers";
import { cache } from "react";
import { isDatabaseAway, isDatabaseFull } from "~/server/db/errors";
import { db } from "~/server/db/db";
import { viewerFor } from "~/server/services/session";
import { claimsFromCookies } from "./session-cookie";

/** Who looks at this page, or null. Read from the database once a request. */
export const currentUser = cache(async () => {
  const claims = claimsFromCookies((await headers()).get("cookie"));
  return claims && viewerFor({ db, claims });
});

/** As `currentUser`, but nobody where the database is away or full: the frame of a page stands without it. */
export async function currentUserOrNobody() {
  return currentUser().catch((error: unknown) => {
    if (isDatabaseAway(error) || isDatabaseFull(error)) return null;
    throw error;
  });
}
