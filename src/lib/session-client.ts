import { inWords } from "~/domain/duration";
import { forgetTickets } from "./kept-tickets";
import { recentSearches } from "./recent-searches";
import { markSession } from "./session-mark";

const AUTH = "/api/auth";

/** How signing in went: in, or the sentence to show. */
export type SignInResult =
  | { ok: true }
  /** `asksCode`: the password was right, and a code of the authenticator app is wanted (again). */
  | { ok: false; message: string; asksCode?: boolean };

/** Signs in through NextAuth; the browser then carries its cookie. Throws nothing. */
export async function signIn(given: { email: string; password: string; code?: string }): Promise<SignInResult> {
  try {
    const { code, ...known } = given;
    const url = await post("callback/credentials", code ? { ...known, code } : known);
    const error = new URL(url, window.location.origin).searchParams.get("error");
    if (error === null) return await signedIn();
    const asksCode = error.startsWith("SECOND_FACTOR_REQUIRED");
    return { ok: false, message: sentenceFor(error), ...(asksCode && { asksCode }) };
  } catch {
    return { ok: false, message: "We could not reach Aisle. Check your connection and try again." };
  }
}

/**
 * Signs in by the code of a mail. `needsName`: the code is good, but the address has no account yet; sent again with a
 * name it gets one. Throws nothing.
 */
export async function signInWithCode(given: { email: string; code: string; name?: string; factorCode?: string }): Promise<SignInResult & { needsName?: boolean }> {
  try {
    const url = await post("callback/code", { ...given, name: given.name ?? "", factorCode: given.factorCode ?? "" });
    const error = new URL(url, window.location.origin).searchParams.get("error");
    if (error === null) return await signedIn();
    if (error === "INVALID_INPUT") return { ok: false, needsName: true, message: "You are new here. Tell us your name, as it should stand on your tickets." };
    const asksCode = error.startsWith("SECOND_FACTOR_REQUIRED");
    return { ok: false, message: error === "WRONG_PASSWORD" ? WRONG_CODE : sentenceFor(error), ...(asksCode && { asksCode }) };
  } catch {
    return { ok: false, message: "We could not reach Aisle. Check your connection and try again." };
  }
}

/** Tickets that this device keeps may be another's, whose session has ended. */
async function signedIn(): Promise<{ ok: true }> {
  await forgetTickets();
  markSession("in");
  return { ok: true };
}

const WRONG_CODE = "That code is not right, or not any more. Look at the newest mail, or ask for another code.";

/** Signs out and opens `path` anew, so that nothing of the account stays on the page. */
export async function signOut(path = "/"): Promise<void> {
  await post("signout", {});
  await forgetTickets();
  recentSearches.forget();
  markSession("out");
  openPage(path);
}

/** Opens a page from the server, with whoever is signed in now. */
export function openPage(path: string): void {
  window.location.assign(path);
}

/** Sends a form of NextAuth's with its token against forgery; answers where it leads. */
async function post(action: string, body: Record<string, string>): Promise<string> {
  const { csrfToken } = (await (await fetch(`${AUTH}/csrf`)).json()) as { csrfToken: string };
  const response = await fetch(`${AUTH}/${action}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...body, csrfToken, callbackUrl: "/", json: "true" }),
  });
  return ((await response.json()) as { url: string }).url;
}

function sentenceFor(error: string): string {
  const [code, more] = error.split(":");
  if (code === "WRONG_PASSWORD")
    return "That address and password do not belong together. Check both and try again.";
  if (code === "SECOND_FACTOR_REQUIRED")
    return more ? "That code is wrong, or was used already. Wait for the next one and try again." : "Now the code of your authenticator app, please.";
  if (code === "RATE_LIMITED")
    return `That was too many tries. Please try again in ${inWords(Number(more) * 1_000)}.`;
  if (code === "UNAVAILABLE") return "We cannot reach our records right now. Please try again in a moment.";
  return "That did not work, and it was not your doing. Please try again.";
}
