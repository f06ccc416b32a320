import { env } from "~/env";
import type { Head } from "~/server/http/exchange";

const EXPOSED = "ETag, Location, RateLimit, RateLimit-Policy, Retry-After, Idempotency-Replayed";
const ASKED = "Authorization, Content-Type, Idempotency-Key, If-None-Match";

/**
 * What lets a page elsewhere read an answer: those of CORS_ORIGIN. With "*" everybody may, but never with a cookie.
 * `methods` for a preflight.
 */
export function corsHeaders(call: Head, methods?: string, allowed: readonly string[] = env.CORS_ORIGIN): Record<string, string> {
  if (allowed.length === 0) return {};
  const everybody = allowed.includes("*");
  const vary: Record<string, string> = everybody ? {} : { vary: "Origin" };
  const origin = call.headers.get("origin");
  if (!origin || (!everybody && !allowed.includes(origin))) return vary;
  return {
    ...vary,
    "access-control-allow-origin": everybody ? "*" : origin,
    "access-control-expose-headers": EXPOSED,
    ...(!everybody && { "access-control-allow-credentials": "true" }),
    ...(methods && {
      "access-control-allow-methods": methods,
      "access-control-allow-headers": ASKED,
      "access-control-max-age": "86400",
    }),
  };
}
