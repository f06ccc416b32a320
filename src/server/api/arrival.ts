import type { TRPCError } from "@trpc/server";
import { AppError } from "~/domain/errors";
import { doorTokenFrom } from "~/server/http/door-token";
import { refusedCall, type Asked } from "~/server/http/origin";
import { securityHeaders } from "~/server/http/security-headers";
import { ourOrigins, siteFacts } from "~/server/http/site-facts";
import type { Context } from "./trpc";

type Arrived = Pick<Context, "ip" | "refused" | "counted" | "doorToken">;

/**
 * What a call over HTTP brings to its context before anybody is asked who it is: its address, whether another site's
 * page sent it, a door's link, and that it is counted.
 */
export function arrival(asked: Asked & { ip: string }): Arrived {
  const { ip, headers } = asked;
  return { ip, refused: refusedCall(asked, ourOrigins), doorToken: doorTokenFrom(headers), counted: true };
}

const SECURITY = securityHeaders("api", siteFacts);

/** The headers of an answer of the API; `retry-after` (s) where one of its calls may be tried again later. */
export function headersOf(errors: readonly Pick<TRPCError, "cause">[]): Record<string, string> {
  if (errors.length === 0) return SECURITY;
  const waits = errors.map(({ cause }) => (cause instanceof AppError ? Number(cause.facts?.retryAfterMs ?? 0) : 0));
  const longest = Math.max(0, ...waits);
  return {
    ...SECURITY,
    ...(longest > 0 && { "retry-after": `${Math.ceil(longest / 1_000)}` }),
  };
}
