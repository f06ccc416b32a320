import { AppError } from "~/domain/errors";
import { inWords } from "~/domain/duration";
import { isMachine, UNKNOWN_IP } from "~/server/http/client-ip";
import type { Db } from "~/server/db/db";
import { rateLimit } from "~/server/rate-limit";
import { tokenBuckets, type Allowance, type TokenBuckets } from "~/server/http/token-buckets";

/** What one account may do, and what everybody behind one address may do together. */
type Limit = { account: Allowance; address: Allowance };

const minute = (calls: number): Allowance => ({ calls, seconds: 60 });

/** Groups of procedures that share a bucket; each number's reason is in docs/decisions/0092. */
export const groups = {
  /** Reading what all may see: a hall of residence browses behind one address. */
  browse: { account: minute(240), address: minute(2_400) },
  /** Reading one's own. */
  own: { account: minute(240), address: minute(4_800) },
  /** Choosing seats: as fast as a hand, and all of a campus in the first minute of a sale. */
  seats: { account: { calls: 60, seconds: 20 }, address: minute(12_000) },
  /** A door at its busiest: a scan a second and more at each gate, all behind the venue's one address. */
  scan: { account: minute(600), address: minute(6_000) },
  /** From held seats to a ticket: a few calls each. */
  buy: { account: minute(30), address: minute(3_000) },
  /** One's own words and settings. */
  write: { account: minute(60), address: minute(1_200) },
  /** Reports and lists over whole events. */
  report: { account: minute(120), address: minute(1_200) },
  /** An organizer's and an admin's work. */
  manage: { account: minute(120), address: minute(1_200) },
  /** Whole catalogues of things: making a hall or an event of 50,000 seats. */
  build: { account: minute(30), address: minute(300) },
  /** Files that cost a process: drawn two at a time (services/costly-work.ts). */
  file: { account: minute(20), address: minute(240) },
  /** Opening an account and getting back into it; the services count each in PostgreSQL as well. */
  door: { account: minute(60), address: minute(240) },
} satisfies Record<string, Limit>;

export type LimitGroup = keyof typeof groups;

/** Which bucket a procedure takes from. One that stands nowhere fails a test (limits.test.ts), and takes from `write`. */
export const limitOf: Record<string, LimitGroup> = {
  ...all("browse", "event", ["list", "facets", "publicAddresses", "byId", "posterFacts", "seatLayout", "seatAvailability"]),
  ...all("manage", "event", ["update", "publishChecklist", "publish", "cancel", "complete", "blockSeats", "unblockSeats"]),
  ...all("build", "event", ["create", "copy", "planNews", "takePlan"]),
  ...all("browse", "system", ["ping"]),
  ...all("browse", "venue", ["list", "byId"]),
  ...all("manage", "venue", ["update", "setArchived", "addSection", "updateSection", "removeSection", "plan", "exportPlan"]),
  // A drawing is saved a moment after every change: as often as a hand draws.
  ...all("manage", "pricing", ["list", "saveCategory", "removeCategory", "priceSeats"]),
  ...all("manage", "venue", ["planDraft", "savePlanDraft", "discardPlanDraft"]),
  ...all("build", "venue", ["create", "importPlan", "publishPlanDraft"]),
  ...all("write", "question", ["ask", "answer"]),
  ...all("manage", "question", ["list"]),
  ...all("browse", "review", ["list"]),
  ...all("write", "review", ["upsert", "remove", "reply", "takeDown"]),
  ...all("seats", "seatLock", ["hold", "holdBest", "release", "extend", "status"]),
  ...all("seats", "booking", ["quote"]),
  ...all("buy", "booking", ["create", "confirm", "cancel"]),
  ...all("own", "booking", ["byId", "list"]),
  ...all("buy", "payment", ["createOrder", "sandboxPay"]),
  ...all("manage", "payment", ["refundPart", "cancelAsOrganizer", "cancellationProgress"]),
  ...all("own", "ticket", ["list", "bookingCalendar"]),
  ...all("browse", "ticket", ["eventCalendar"]),
  ...all("file", "ticket", ["pdf", "appleWallet", "googleWallet"]),
  ...all("scan", "checkIn", ["redeem", "list", "sync", "search"]),
  ...all("manage", "checkIn", ["links", "makeLink", "revokeLink", "setRules", "doors"]),
  ...all("file", "checkIn", ["doorList", "doorListCsv"]),
  ...all("manage", "apiKey", ["list", "create", "revoke"]),
  ...all("manage", "webhook", ["list", "create", "update", "rotateSecret", "remove", "test", "deliveries", "replay"]),
  ...all("own", "invoice", ["list", "seller"]),
  ...all("report", "invoice", ["documents"]),
  ...all("file", "invoice", ["pdf", "gstr1Csv"]),
  ...all("write", "invoice", ["keepSeller"]),
  ...all("write", "coupon", ["validate"]),
  ...all("manage", "coupon", ["list", "create", "update"]),
  ...all("manage", "message", ["list", "preview", "send"]),
  ...all("report", "settlement", ["month"]),
  ...all("file", "settlement", ["csv", "pdf"]),
  ...all("browse", "showing", ["ahead"]),
  ...all("manage", "showing", ["list", "publish", "align", "move", "cancel"]),
  ...all("build", "showing", ["add"]),
  ...all("own", "team", ["list", "mine", "invitation"]),
  ...all("write", "team", ["invite", "withdraw", "setRole", "remove", "accept", "decline", "choose", "leave"]),
  ...all("own", "saved", ["list", "of"]),
  ...all("write", "saved", ["keep"]),
  ...all("own", "notification", ["list"]),
  ...all("write", "notification", ["markRead", "markAllRead"]),
  ...all("own", "user", ["profile", "preferences", "sessions", "secondFactor", "taxDetails"]),
  ...all("write", "user", ["updateProfile", "updatePreferences", "keepTaxDetails", "endSession", "endAllSessions", "resendVerification"]),
  ...all("door", "user", ["changePassword", "deleteAccount", "startSecondFactor", "confirmSecondFactor", "removeSecondFactor", "renewRecoveryCodes"]),
  ...all("file", "user", ["exportData"]),
  ...all("door", "auth", ["register", "requestPasswordReset", "requestSignInCode", "resetPassword", "verifyEmail"]),
  ...all("report", "organizer", ["dashboard", "eventReport", "attendees", "bookingMoney", "cancelForecast", "orders", "order"]),
  ...all("manage", "organizer", ["resendTickets", "renameAttendee", "addNote"]),
  ...all("file", "organizer", ["attendeesCsv"]),
  ...all("report", "admin", ["users", "auditLog", "securityLog", "outbox", "outboxMessage", "moneyList"]),
  ...all("file", "admin", ["integrity"]),
  ...all("manage", "admin", ["setRole", "setSuspended", "clearSecondFactor", "setFeatured", "retryOutboxMessage", "retryRefund", "noteUnknownPayment"]),
};

type Call = { group: LimitGroup; accountId: string | null; ip: string; buckets?: TokenBuckets; now?: number };

/**
 * Counts one call for its account, by the signed claim alone, and for its address: in memory, before anything is asked
 * of the database. Addresses of this machine itself are no visitor's (a bench, one's own shop, a proxy that nobody
 * declared), and are not counted.
 * @throws AppError RATE_LIMITED with `facts.retryAfterMs`
 */
export function countCall({ group, accountId, ip, buckets = tokenBuckets, now }: Call): void {
  const { account, address } = groups[group];
  const byAccount = accountId ? buckets.take(`${group} @${accountId}`, account, now) : 0;
  const named = ip !== UNKNOWN_IP && !isMachine(ip);
  const byAddress = !byAccount && named ? buckets.take(`${group} ${ip}`, address, now) : 0;
  const retryAfterMs = byAccount || byAddress;
  if (retryAfterMs === 0) return;
  throw new AppError("RATE_LIMITED", `That was too many tries. Please try again in ${inWords(retryAfterMs)}.`, {
    facts: { retryAfterMs },
    logMessage: `rate limit ${group}, ${byAccount ? "account" : "address"}`,
  });
}

type Costly = { db: Db; group: LimitGroup; accountId: string | null; ip: string };

/**
 * Counts a file for its account and its address in PostgreSQL too, with the same numbers: what costs a process must not
 * be had from each of them anew. Other groups are not counted here, and nobody's address never is.
 * @throws AppError RATE_LIMITED with `facts.retryAfterMs`
 */
export async function countFile({ db, group, accountId, ip }: Costly): Promise<void> {
  if (group !== "file") return;
  const { account, address } = groups.file;
  if (accountId) await rateLimit({ db, name: "file", key: accountId, points: account.calls, seconds: account.seconds });
  if (ip === UNKNOWN_IP || isMachine(ip)) return;
  await rateLimit({ db, name: "file-ip", key: ip, points: address.calls, seconds: address.seconds });
}

function all(group: LimitGroup, router: string, names: string[]): Record<string, LimitGroup> {
  return Object.fromEntries(names.map((name) => [`${router}.${name}`, group]));
}
