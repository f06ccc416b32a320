import type { Guard } from "./guards";

const SETTLEMENT = "prisma/migrations/20261122100000_settlement/migration.sql";
const SALE = "prisma/migrations/20261129122100_keeping/migration.sql";
const ORDERS = "prisma/migrations/20261129121100_order_in_one_trip/migration.sql";
const PAYMENTS = "src/server/services/sale/money";
const REFUNDS = "src/server/services/sale/money/refunds";
const BOOKINGS = "src/server/services/sale/bookings";
const COUPONS = "src/server/services/sale/coupons";

const test = (file: string, name?: string) => [file, ...(name ? ["-t", name] : [])];
const paying = (name: string) => test("src/test/money/paying.test.ts", name);
const late = (name: string) => test("src/test/money/late-and-double.test.ts", name);
const giving = (name: string) => test("src/test/money/giving-back.test.ts", name);
const guarding = (name: string) => test("src/test/money/guards.test.ts", name);
const coupons = (name: string) => test(`${COUPONS}/coupons.test.ts`, name);
const rules = (name: string) => test("src/domain/settlement.test.ts", name);

/** A guard, as [what it is, its file, the text, what stands there without it, the tests that must notice]. */
type Row = [name: string, file: string, find: string, without: string, tests: string[]];

const rows: Row[] = [
  ["checkout's signature", `${PAYMENTS}/confirm-booking.ts`, "(signature === undefined || gateway.verifyCheckout({ orderId: stored, paymentId, signature }))", "true", test(`${PAYMENTS}/payments.test.ts`, "refuses strangers")],
  ["the payment is of our order", `${PAYMENTS}/confirm-booking.ts`, "if (seen.orderId !== stored)", "if (false)", guarding("refuses a payment of another order")],
  ["a confirmation is its buyer's", `${PAYMENTS}/confirm-booking.ts`, "if (!booking || booking.userId !== actor.id)", "if (!booking)", test(`${PAYMENTS}/payments.test.ts`, "refuses strangers")],
  ["amount and currency are those asked for", "src/domain/settlement.ts", `if (money.currency !== "INR" || money.amountPaise !== booking.totalPaise)`, "if (false)", paying("another amount")],
  ["a cancelled booking does not come back", "src/domain/settlement.ts", `    case "CANCELLED":
    case "REFUNDED":
      return refuse("BOOKING_CANCELLED");
    case "PENDING":`, `    case "CANCELLED":
    case "REFUNDED":
    case "PENDING":`, late("given up")],
  ["a called-off event sells nothing", "src/domain/settlement.ts", `return booking.eventStands ? { seats: "TRY" } : refuse("LATE_PAYMENT");`, `return { seats: "TRY" };`, late("called off while")],
  ["late money takes free seats only", SETTLEMENT, `       AND (s.status = 'AVAILABLE' OR (s.status = 'HELD' AND (s."heldBy" = p_user OR s."heldUntil" <= now())))
`, "", late("seats were taken")],
  ["two sales of one seat wait for each other", SETTLEMENT, "     ORDER BY s.id FOR UPDATE) free;", "     ORDER BY s.id) free;", test("src/test/money/interleave.test.ts", "late money against")],
  ["late money keeps to the limit", SETTLEMENT, "THEN RETURN 'SEAT_LIMIT'; END IF;", "THEN NULL; END IF;", late("six other")],
  ["a second payment is none for the seats", "src/domain/settlement.ts", `    case "CONFIRMED":
      return refuse("SECOND_PAYMENT");`, `    case "CONFIRMED":
      return { seats: "TRY" };`, late("takes both")],
  ["an overtaken booking ends", `${PAYMENTS}/take-seats.ts`, "await endOvertaken(tx, booking)", "([] as Awaited<ReturnType<typeof endOvertaken>>)", late("same seats again")],
  ["a newer hold is not given up", "src/server/services/sale/seats/write-seats.ts", `
       AND ("heldUntil" <= now() OR "heldUntil" = \${holdsUntil})`, "", guarding("newer hold")],
  ["payments only move forward", `${PAYMENTS}/advance-payment.ts`, "if (target && canMovePayment(row.status, target))", "if (target)", guarding("older answer")],
  ["a lapsed authorisation takes the seats back", `${PAYMENTS}/record-money.ts`, "  await revokeUnpaid(tx, booking);\n", "", giving("lets the money go")],
  ["money given back by the gateway is written down", `${PAYMENTS}/record-money.ts`, "  if (payment.givenBack) return takeBack(tx, booking, payment);\n", "", late("gives the second back")],
  ["an order only in time", `${PAYMENTS}/create-order.ts`, "|| booking.expiresAt <= booking.now", "", guarding("countdown is over")],
  ["one order a booking", ORDERS, "  IF FOUND THEN RETURN v_known; END IF;\n", "", test(`${PAYMENTS}/payments.test.ts`, "keeps one order")],
  ["a sandbox payment is its buyer's", `${PAYMENTS}/sandbox-pay.ts`, "|| order.booking.userId !== actor.id", "", paying("nobody but the buyer")],
  ["a webhook's signature", `${PAYMENTS}/webhooks/receive-webhook.ts`, "if (!signature || !gateway.verifyWebhook(rawBody, signature))", "if (false)", paying("stranger")],
  ["a webhook is acted on once", `${PAYMENTS}/webhooks/process-webhook.ts`, `AND "processedAt" IS NULL AND ("lockedUntil" IS NULL OR "lockedUntil" <= now())`, "", test(`${PAYMENTS}/payments.test.ts`, "one of many processes")],
  ["a webhook left open is taken up", `${PAYMENTS}/reconcile/reconcile.ts`, "await reopenWebhooks(share(0.25))", "0", paying("dies after it stored")],
  ["orders that hang are asked about", `${PAYMENTS}/reconcile/reconcile.ts`, "await reconcileOrders(share(0.4))", "{ orders: 0, failed: 0 }", paying("webhook never comes")],
  ["one process attempts a refund", `${PAYMENTS}/attempt-refund.ts`, ` AND r."nextAttemptAt" <= now()`, "", giving("two processes")],
  ["a refund keeps its key", `${PAYMENTS}/attempt-refund.ts`, "idempotencyKey: claimed.idempotencyKey,", "idempotencyKey: crypto.randomUUID(),", giving("refund's answer is lost")],
  ["another key after a failure at the bank", `${PAYMENTS}/record-refund.ts`, "newKey(refundId, true)", "newKey(refundId)", giving("cannot do the refund, then")],
  ["never more than was paid goes back", `${PAYMENTS}/ask-refund.ts`, "if (amountPaise > left)", "if (false)", giving("until more is asked")],
  ["the same request is the same refund", `${PAYMENTS}/ask-refund.ts`, "if (known && !(known.status === \"FAILED\" && known.lastError === VOID)) return known.id;", "", guarding("for one reason are one")],
  ["refunds of nothing are not needed", `${PAYMENTS}/record-money.ts`, "    await voidRefunds(tx, payment.id);\n", "", guarding("nothing was captured")],
  ["refunds by other hands get a row", `${PAYMENTS}/record-money.ts`, "  await adoptForeignRefund(tx, payment.id, seen, booking.now);\n", "", giving("dashboard")],
  ["captured before it goes back", `${PAYMENTS}/attempt-refund.ts`, `if (claimed.paymentStatus === "PROCESSING" && !(await captureFirst(db, gateway, claimed))) return true;`, "", late("seats were taken")],
  ["the booking's own payment is captured first", `${PAYMENTS}/attempt-refund.ts`, "    if (await waitsForCapture(db, claimed)) return true;\n", "", late("first one's capture fails")],
  ["a refund is of a rupee at least", "src/domain/cancellation.ts", "Math.min(totalPaise, Math.max(share, LEAST_REFUND_PAISE))", "share", guarding("of a rupee at least")],
  ["no part leaves less than a rupee", `${REFUNDS}/refund-as-organizer.ts`, "if (restPaise > 0 && refundable(restPaise) === 0)", "if (false)", guarding("of a rupee at least")],
  ["the policy's deadline", `${PAYMENTS}/cancel-booking.ts`, "if (refundPaise === null || booking.now >= booking.eventStartsAt)", "if (false)", guarding("is over when")],
  ["a used ticket is not cancelled", `${PAYMENTS}/cancel-booking.ts`, "if ((await tx.bookingItem.count({ where: { bookingId: booking.id, checkedInAt: { not: null } } })) > 0)", "if (false)", guarding("is over when")],
  ["seats given back were sold to it", `${PAYMENTS}/give-back-seats.ts`, "if (freed !== booking.seatIds.length || items.count !== booking.seatIds.length)", "if (false)", guarding("books are wrong")],
  ["a called-off event's bookings end", `${PAYMENTS}/reconcile/reconcile.ts`, "await resumeEventCancellations(share(0.4))", "0", giving("process dies half way")],
  ["a free confirmation is in time", `${PAYMENTS}/confirm-free.ts`, "if (!inTime || (await takeSeats(tx, booking)) !== \"BOOKED\")", "if ((await takeSeats(tx, booking)) !== \"BOOKED\")", guarding("made free")],
  ["only what is free is confirmed free", `${PAYMENTS}/confirm-booking.ts`, "if (booking.totalPaise === 0 && (orderId ?? paymentId) === freeOrderId(bookingId))", "if ((orderId ?? paymentId) === freeOrderId(bookingId))", guarding("made free")],
  ["a coupon's last use", SALE, `
       AND (c."usageLimit" IS NULL OR c."usedCount" < c."usageLimit")`, "", coupons("last use")],
  ["a buyer's own uses", `${COUPONS}/find-coupon.ts`, "if (own.all - own.stale >= coupon.perBuyerLimit)", "if (false)", coupons("own uses")],
  ["stale uses are taken back", `${BOOKINGS}/create-booking.ts`, "  if (coupon && coupon.staleUses > 0) await reclaimUses(db, { couponId: coupon.id });\n", "", coupons("does not wait for the job")],
  ["guessing codes is limited", `${COUPONS}/guard-guessing.ts`, "  await rateLimit(limit);\n", "", coupons("stops guessing")],
  ["an unpaid use comes back", `${PAYMENTS}/cancel-booking.ts`, "  await returnCoupon(tx, { bookingId: booking.id });\n", "", coupons("comes back")],
  ["a gateway's least charge", "src/domain/pricing.ts", "discounted.totalPaise < LEAST_CHARGE_PAISE ? totals(subtotalPaise) : discounted", "discounted", test("src/domain/money-rules.test.ts", "at least one rupee")],
  ["captured money leaves by refund only", "src/domain/payment-state.ts", `COMPLETED: ["PARTIALLY_REFUNDED", "REFUNDED"]`, `COMPLETED: ["PARTIALLY_REFUNDED", "REFUNDED", "FAILED"]`, rules("states")],
  ["invoice numbers wait for each other", "src/server/services/invoices/issue-invoice.ts", `ON CONFLICT ("sellerKey", "financialYear", kind) DO UPDATE SET "lastSequence" = s."lastSequence" + 1`, `ON CONFLICT ("sellerKey", "financialYear", kind) DO UPDATE SET "lastSequence" = s."lastSequence" + 2`, test("src/server/services/invoices/invoices.test.ts", "have no gaps")],
  ["an invoice is read by who it concerns", "src/server/services/invoices/read-invoices.ts", "if (!invoice || !mayRead(actor, invoice.booking))", "if (!invoice)", test("src/server/services/invoices/invoices.test.ts", "nobody else's")],
];

export const moneyGuards: Guard[] = rows.map(([name, file, find, without, tests]) => ({ name, file, find, without, tests }));
