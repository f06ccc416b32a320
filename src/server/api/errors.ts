import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { ZodError } from "zod";
import { AppError, busy, type AppCode } from "~/domain/errors";
import { isDatabaseAway, isDatabaseFull, isHungUp } from "~/server/db/errors";

const trpcCodes: Record<AppCode, TRPC_ERROR_CODE_KEY> = {
  SEAT_TAKEN: "CONFLICT",
  SEAT_LIMIT: "PRECONDITION_FAILED",
  ORPHAN_SEAT: "PRECONDITION_FAILED",
  HOLD_EXPIRED: "PRECONDITION_FAILED",
  NOT_ON_SALE: "PRECONDITION_FAILED",
  BOOKING_EXPIRED: "PRECONDITION_FAILED",
  PAYMENT_MISMATCH: "BAD_REQUEST",
  PAYMENT_FAILED: "PRECONDITION_FAILED",
  PAYMENT_PENDING: "PRECONDITION_FAILED",
  COUPON_INVALID: "BAD_REQUEST",
  COUPON_EXHAUSTED: "CONFLICT",
  INVALID_TRANSITION: "CONFLICT",
  PLAN_CONFLICT: "CONFLICT",
  INVALID_INPUT: "BAD_REQUEST",
  BUSY: "SERVICE_UNAVAILABLE",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  EMAIL_TAKEN: "CONFLICT",
  WRONG_PASSWORD: "BAD_REQUEST",
  UNAUTHORIZED: "UNAUTHORIZED",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  INTERNAL: "INTERNAL_SERVER_ERROR",
};

/** The one conversion of what services throw into what tRPC sends. */
export function toTrpcError(error: TRPCError): TRPCError {
  const app = toAppError(error);
  return app ? new TRPCError({ code: trpcCodes[app.code], message: app.userMessage, cause: app }) : error;
}

/** The refusal behind a tRPC error: the service's own, bad input, a database that is away, or a fault of ours. */
export function toAppError(error: TRPCError): AppError | null {
  const { cause } = error;
  if (cause instanceof AppError) return cause;
  if (cause instanceof ZodError) {
    const issue = cause.issues[0];
    return new AppError("INVALID_INPUT", issue?.message ?? "Something in the form is not right.", {
      field: issue?.path.join("."),
      cause,
    });
  }
  if (isHungUp(cause)) return new AppError("INVALID_INPUT", "The call did not come whole. Please try again.");
  if (isDatabaseFull(cause)) return busy("no connection in time", cause);
  if (isDatabaseAway(cause)) {
    return new AppError("UNAVAILABLE", "We cannot reach our records right now. Please try again in a moment.", { cause });
  }
  if (error.code !== "INTERNAL_SERVER_ERROR") return null;
  return new AppError("INTERNAL", "Something went wrong on our side. Please try again.", { cause });
}
