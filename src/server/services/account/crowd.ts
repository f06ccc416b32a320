import { UNKNOWN_IP } from "~/server/http/client-ip";

/**
 * How many times the limit of one address holds for what stands behind `ip`. Where no proxy tells visitors apart they
 * all share one name, so ten times as much.
 */
export function crowd(ip: string): number {
  return ip === UNKNOWN_IP ? 10 : 1;
}
