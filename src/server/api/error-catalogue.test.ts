import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { expect, it } from "vitest";
import { AppError, appCodes, type AppCode } from "~/domain/errors";
import { toTrpcError } from "./errors";

/** When a client meets it, and what it may do. */
const meanings: Record<AppCode, string> = {
  SEAT_TAKEN: "Somebody was quicker with one of the seats. Choose others; `facts` name the seat and what is free beside it.",
  SEAT_LIMIT: "More seats than one buyer may hold at one event.",
  ORPHAN_SEAT: "The choice would leave a single seat alone, and the event refuses that. Move by one.",
  HOLD_EXPIRED: "The hold's time is over and its seats are free again. Choose again.",
  PLAN_CONFLICT: "The plan that the client drew, or the change to a plan, is not what stands now. Load it again.",
  NOT_ON_SALE: "The event's seats may not be had at this moment, or never.",
  BOOKING_EXPIRED: "The booking's time is over. Money that still comes is seated or goes back.",
  PAYMENT_MISMATCH: "The payment's answer is not signed, or belongs to another booking.",
  PAYMENT_FAILED: "The bank declined. Pay again while the booking's time lasts.",
  PAYMENT_PENDING: "The bank has not decided yet. Ask again; do not pay again.",
  COUPON_INVALID: "There is no such coupon, or it does not hold here or now.",
  COUPON_EXHAUSTED: "The coupon's uses are all taken.",
  INVALID_TRANSITION: "The thing is in a state from which this is not possible. Load it again.",
  INVALID_INPUT: "Something sent is wrong; `field` says what.",
  BUSY: "More people at once than can be served. Nothing was done; try again after `facts.retryAfterMs`.",
  RATE_LIMITED: "Too many tries. Try again after `facts.retryAfterMs`.",
  EMAIL_TAKEN: "There is an account with this address.",
  WRONG_PASSWORD: "Address and password do not belong together.",
  WEAK_PASSWORD: "The new password is one of the commonest, or made of the account's or the shop's own words.",
  SECOND_FACTOR_REQUIRED: "The sign-in has to show a code of the authenticator app: `field` is `code`, `facts.wrong` where one was given and did not fit. Or the account has to set one up first.",
  UNAUTHORIZED: "Sign in first.",
  UNAVAILABLE: "The database or another's service is away. Try again in a moment.",
  FORBIDDEN: "Signed in, but not allowed to do this.",
  NOT_FOUND: "There is no such thing, or it is a stranger's.",
  METHOD_NOT_ALLOWED: "REST: the address takes other methods; `Allow` names them.",
  UNSUPPORTED_MEDIA_TYPE: "REST: send JSON, and say so.",
  TOO_LARGE: "REST: the body may have 64 kB at most.",
  KEY_REUSED: "REST: this Idempotency-Key came with another request before.",
  IN_PROGRESS: "REST: the same request is still under way. Ask again in a moment.",
  INTERNAL: "A fault of ours; the log has it.",
};

function row(code: AppCode): string {
  const error = toTrpcError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new AppError(code, "") }));
  return `| \`${code}\` | ${getHTTPStatusCodeFromError(error)} | ${meanings[code]} |`;
}

// Out of date? `npx vitest run error-catalogue -u` writes it anew.
it("is written down for those who call the API", async () => {
  const text = [
    "# Errors",
    "",
    "Every refusal of the API has one of these names as its `appCode`, and a sentence for people as its message. Branch on the name. Made from `src/domain/errors.ts` and `src/server/api/errors.ts` by `src/server/api/error-catalogue.test.ts`.",
    "",
    "| appCode | HTTP | when |",
    "|---|---|---|",
    ...appCodes.map(row),
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot("../../../docs/errors.md");
});
