import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "~/env";

/** What a visitor is called whose address nobody told us: in a process without a socket of its own. */
export const UNKNOWN_IP = "local";

/** Written by us over whatever came under this name; believed only where we did. */
const SOCKET_HEADER = "x-aisle-socket";
const shared = globalThis as unknown as { aisleNotesSockets?: true };

type Got = { get(name: string): string | null | undefined };

/**
 * The visitor's address, for limits and the list of sessions. Each trusted proxy adds the address it was called from
 * at the right of X-Forwarded-For, so the entry that far from the right is true and all to its left is hearsay. No
 * proxy (TRUST_PROXY=0), or a call that came around it: the socket's own address.
 *
 * @param hops trusted proxies in front of this process
 * @param socketAddress where the caller holds the socket; else what `noteSocketAddresses` wrote down
 */
export function clientIp(headers: Got, hops: number = env.TRUST_PROXY, socketAddress?: string): string {
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const told = hops > 0 ? entries.at(-hops) : undefined;
  const noted = shared.aisleNotesSockets && headers.get(SOCKET_HEADER);
  return plain(told || socketAddress || noted || "") || UNKNOWN_IP;
}

/** Whether an address is this machine's own: no visitor comes from there but the one who sits at it. */
export function isMachine(ip: string): boolean {
  return ip === "::1" || /^127\.\d+\.\d+\.\d+$/.test(ip);
}

/**
 * From now on each request to this process carries its socket's address, whoever serves it: Next's routes see headers
 * and no socket, and the X-Forwarded-For that Next writes itself cannot be told from one that a visitor invented.
 */
export function noteSocketAddresses(): void {
  if (shared.aisleNotesSockets) return;
  shared.aisleNotesSockets = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[SOCKET_HEADER] = request.socket.remoteAddress ?? "";
  });
}

/** One name for one visitor: IPv4 in IPv6's clothes is IPv4, and whoever has one IPv6 address has its whole /64. */
function plain(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "").slice(0, 64).toLowerCase();
  if (!/^[\da-f:]+$/.test(bare) || !bare.includes(":") || bare === "::1") return bare;
  const [left = "", right] = bare.split("::");
  const before = left.split(":").filter(Boolean);
  const after = right?.split(":").filter(Boolean) ?? [];
  const groups = right === undefined ? before : [...before, ...Array(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
