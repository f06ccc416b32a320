import { env } from "~/env";

/** What every visitor is called where no proxy tells them apart. */
export const UNKNOWN_IP = "local";

type Got = { get(name: string): string | null | undefined };

/**
 * The visitor's address, for rate limits and the list of sessions. Each trusted proxy adds the address it was called
 * from at the right of X-Forwarded-For, so the entry that far from the right is true and all to its left is hearsay.
 * Without a proxy (TRUST_PROXY=0) the header may be anyone's invention: then all visitors share one name.
 *
 * @param hops trusted proxies in front of this process
 */
export function clientIp(headers: Got, hops: number = env.TRUST_PROXY): string {
  if (hops === 0) return UNKNOWN_IP;
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return entries.at(-hops)?.slice(0, 64) || UNKNOWN_IP;
}
