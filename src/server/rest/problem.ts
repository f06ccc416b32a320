import { type AppError, type AppCode } from "~/domain/errors";
import { env } from "~/env";
import { statusOf, type RefusalStatus } from "~/server/http/app-status";
import type { Answer } from "~/server/http/exchange";
import { internal, refusalOf } from "~/server/http/refusal";

const titles: Record<RefusalStatus, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  408: "Not there in time",
  409: "Conflict",
  412: "Not possible now",
  413: "Too large",
  415: "Unsupported media type",
  422: "Key used for another request",
  429: "Too many requests",
  500: "Our fault",
  503: "Try again in a moment",
};

/** The refusal behind whatever was thrown. */
export function asRefusal(error: unknown): AppError {
  return refusalOf(error) ?? internal(error);
}

/** A refusal as RFC 9457 has it, with the app's own code and the sentence a buyer reads. */
export function problem(refusal: AppError, statuses: Partial<Record<AppCode, RefusalStatus>> = {}): Answer {
  const { code, userMessage, field, facts } = refusal;
  const status = statuses[code] ?? statusOf[code];
  const retryAfterMs = typeof facts?.retryAfterMs === "number" ? facts.retryAfterMs : undefined;
  const body = {
    type: `${env.APP_URL}/docs/api#${code}`,
    title: titles[status],
    status,
    detail: userMessage,
    appCode: code,
    ...(field && { field }),
    ...(facts && { facts }),
  };
  return {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(retryAfterMs !== undefined && { "retry-after": String(Math.max(1, Math.ceil(retryAfterMs / 1_000))) }),
      ...(status === 401 && { "www-authenticate": 'Bearer realm="aisle"' }),
    },
    body: JSON.stringify(body),
  };
}
