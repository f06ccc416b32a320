import { createCaller } from "~/server/api/root";
import { createContext, type Context } from "~/server/api/trpc";
import { counted } from "./under-way";

/** Who calls: a user row, or as much of it as a session claims. */
type SignedIn = { id: string; sessionVersion?: number };

/**
 * The API as a browser with this user's session would find it, without HTTP. `null`: not signed in.
 *
 * @param parts exchanges a part of the context: another client for races, a gateway, an address
 */
export function callerFor(user: SignedIn | null, parts: Partial<Context> = {}) {
  const claims = user && { userId: user.id, sessionVersion: user.sessionVersion ?? 1, sessionId: null };
  return counted(createCaller(createContext({ claims, ...parts })));
}
