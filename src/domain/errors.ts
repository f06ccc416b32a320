/**
 * Everything that can be refused, by one name each. Clients branch on the name; people read the sentence.
 * The HTTP status of each is decided once, in server/http/app-status.ts.
 */
export const appCodes = [
  "SEAT_TAKEN",
  "SEAT_LIMIT",
  "ORPHAN_SEAT",
  "HOLD_EXPIRED",
  "PLAN_CONFLICT",
  "NOT_ON_SALE",
  "BOOKING_EXPIRED",
  "PAYMENT_MISMATCH",
  "PAYMENT_FAILED",
  "PAYMENT_PENDING",
  "COUPON_INVALID",
  "COUPON_EXHAUSTED",
  "INVALID_TRANSITION",
  "INVALID_INPUT",
  "BUSY",
  "RATE_LIMITED",
  "EMAIL_TAKEN",
  "WRONG_PASSWORD",
  "WEAK_PASSWORD",
  "SECOND_FACTOR_REQUIRED",
  "UNAUTHORIZED",
  "UNAVAILABLE",
  "FORBIDDEN",
  "NOT_FOUND",
  "METHOD_NOT_ALLOWED",
  "UNSUPPORTED_MEDIA_TYPE",
  "TOO_LARGE",
  "KEY_REUSED",
  "IN_PROGRESS",
  "INTERNAL",
] as const;

export type AppCode = (typeof appCodes)[number];

export type AppErrorDetails = {
  /** For the log only; never shown. */
  logMessage?: string;
  /** The field of the form that is wrong, so that the sentence stands beside it. */
  field?: string;
  /** Facts a client may act on: the taken seats, when to try again. */
  facts?: Record<string, unknown>;
  cause?: unknown;
};

/** A refusal with a sentence a buyer understands. The only error that services throw on purpose. */
export class AppError extends Error {
  readonly logMessage: string | undefined;
  readonly field: string | undefined;
  readonly facts: Record<string, unknown> | undefined;

  constructor(
    readonly code: AppCode,
    /** What the buyer reads: what is wrong and what to do next. */
    readonly userMessage: string,
    details: AppErrorDetails = {},
  ) {
    super(userMessage, { cause: details.cause });
    this.name = "AppError";
    this.logMessage = details.logMessage;
    this.field = details.field;
    this.facts = details.facts;
  }
}

/** `AppError` NOT_FOUND for a thing of a given kind ("event", "booking"): also what strangers to a thing get. */
export function notFound(kind: string): AppError {
  return new AppError("NOT_FOUND", `We could not find that ${kind}.`);
}

/** `AppError` BUSY: more people at once than can be served. `facts.retryAfterMs` says when to try again. */
export function busy(logMessage: string, cause?: unknown): AppError {
  return new AppError("BUSY", "Many people are choosing seats right now. Please try again in a moment.", {
    logMessage,
    facts: { retryAfterMs: 1_000 },
    cause,
  });
}
