import { isMachine, UNKNOWN_IP } from "~/server/http/client-ip";

const isNobodys = (ip: string) => ip === UNKNOWN_IP || isMachine(ip);

/**
 * How many times the limit of one address holds for what stands behind `ip`. This machine's own addresses, and none
 * at all, are no visitor's: a shop of one's own, or a proxy that nobody declared. There it is ten times as much.
 */
export function crowd(ip: string): number {
  return isNobodys(ip) ? 10 : 1;
}

/** The address as one in a line, or null where it tells nobody apart. */
export function inLine(ip: string): string | null {
  return isNobodys(ip) ? null : ip;
}
