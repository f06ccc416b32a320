import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { type AppError } from "~/domain/errors";
import { statusOf, type RefusalStatus } from "~/server/http/app-status";
import { internal, refusalOf } from "~/server/http/refusal";

/** tRPC's word for each HTTP status that a refusal may have. */
const trpcCodes: Record<RefusalStatus, TRPC_ERROR_CODE_KEY> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_SUPPORTED",
  408: "TIMEOUT",
  409: "CONFLICT",
  412: "PRECONDITION_FAILED",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVICE_UNAVAILABLE",
};

/** The one conversion of what services throw into what tRPC sends. */
export function toTrpcError(error: TRPCError): TRPCError {
  const app = toAppError(error);
  return app ? new TRPCError({ code: trpcCodes[statusOf[app.code]], message: app.userMessage, cause: app }) : error;
}

/** The refusal behind a tRPC error: the service's own, bad input, a database that is away, or a fault of ours. */
export function toAppError(error: TRPCError): AppError | null {
  const { cause } = error;
  const known = refusalOf(cause);
  if (known) return known;
  if (error.code !== "INTERNAL_SERVER_ERROR") return null;
  return internal(cause);
}
