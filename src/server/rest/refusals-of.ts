import type { AppCode } from "~/domain/errors";
import { statusOf, type RefusalStatus } from "~/server/http/app-status";
import type { Endpoint } from "./endpoint";

/** A body that is not there in time: no fault of what it says, but of how it came. */
export const LATE = { code: "INVALID_INPUT", status: 408 } as const;

/** Every refusal that an endpoint may give, and its status: its own, and those of its kind. */
export function refusalsOf(row: Endpoint): { code: AppCode; status: RefusalStatus }[] {
  const writes = row.method !== "GET";
  const codes: AppCode[] = [
    ...row.refusals,
    "INVALID_INPUT",
    ...(row.door === "open" ? [] : (["UNAUTHORIZED"] as const)),
    ...(row.door === "organizer" ? (["SECOND_FACTOR_REQUIRED"] as const) : []),
    ...(row.door === "anyone" || row.door === "open" ? [] : (["FORBIDDEN"] as const)),
    // The account itself may have gone in between.
    ...(row.door === "user" || row.door === "organizer" ? (["NOT_FOUND"] as const) : []),
    ...(writes ? (["IN_PROGRESS", "TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "KEY_REUSED"] as const) : []),
    "RATE_LIMITED",
    "INTERNAL",
    "BUSY",
    "UNAVAILABLE",
  ];
  const each = [...new Set(codes)].map((code) => ({ code, status: row.statuses?.[code] ?? statusOf[code] }));
  // A body that does not come within its time is refused before anybody has read it.
  return writes ? [...each, LATE] : each;
}
