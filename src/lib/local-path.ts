/**
 * The path to go to after signing in: `given` where it leads to a page of this shop, else "/". Browsers read
 * "//evil.example" and "/\evil.example" as other hosts, so the address is taken apart as they do it.
 *
 * @param origin the shop's own, where `given` may be a whole address
 */
export function localPath(given: string | null | undefined, origin = "http://localhost"): string {
  if (!given || !URL.canParse(given, origin)) return "/";
  const url = new URL(given, origin);
  if (url.origin !== new URL(origin).origin || doors.has(url.pathname)) return "/";
  // A path that begins with two slashes would be another host again once it stands alone.
  return url.pathname.replace(/^\/{2,}/, "/") + url.search + url.hash;
}

// Nobody who has just signed in wants to see these.
const doors = new Set(["/login", "/register"]);

/** Why somebody is asked to sign in: to hold what they chose; their session ended, perhaps while paying; a wish; a question. */
export const signInReasons = ["hold", "ended", "pay", "save", "ask"] as const;
export type SignInReason = (typeof signInReasons)[number];

/** The address of the sign-in page that leads back to `path`, and says why one is there. */
export function loginPath(path: string, why?: SignInReason): string {
  return `/login?callbackUrl=${encodeURIComponent(path)}${why ? `&why=${why}` : ""}`;
}
