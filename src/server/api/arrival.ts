import type { TRPCError } from "@trpc/server";
import { AppError } from "~/domain/errors";
import { clientIp } from "~/server/http/client-ip";
import { refusedCall, type Asked } from "~/server/http/origin";
import { securityHeaders } from "~/server/http/security-headers";
import { ourOrigins, siteFacts } from "~/server/http/site-facts";
import type { Context } from "./trpc";

type Arrived = Pick<Context, "ip" | "refused" | "counted">;

/**
 * What a call over HTTP brings to its context before anybody is asked who it is: its address, whether another site's
 * page sent it, and that it is counted. Every way in uses it: what stands before Next, and the App's route.
 *
 * @param socketAddress where the caller holds the socket
 */
export function arrival(asked: Asked, socketAddress?: string): Arrived {
  const ip = clientIp(asked.headers, undefined, socketAddress);
  return { ip, refused: refusedCall(asked, ourOrigins), counted: true };
}

/** The headers of an answer of the API; `retry-after` (s) where one of its calls may be tried again later. */
export function headersOf(errors: readonly TRPCError[]): Record<string, string> {
  const waits = errors.map(({ cause }) => (cause instanceof AppError ? Number(cause.facts?.retryAfterMs ?? 0) : 0));
  const longest = Math.max(0, ...waits);
  return {
    ...securityHeaders("api", siteFacts),
    ...(longest > 0 && { "retry-after": `${Math.ceil(longest / 1_000)}` }),
  };
}
