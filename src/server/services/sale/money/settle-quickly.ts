import { decideMoney } from "~/domain/settlement";
import type { Db } from "~/server/db/db";
import { patience, room } from "~/server/patience";
import { callOnce } from "~/server/db/one-trip";
import { Refusal } from "~/server/db/refusal";
import type { GatewayPayment } from "~/server/gateways/payment";
import { messageAbout } from "~/server/services/sale/news/tell-buyer";
import { paymentMethods } from "./advance-payment";
import { factsOf, type SettlingReading } from "./read-for-settling";

export type QuicklyConfirmed = { confirmedAt: Date; paymentId: string | null; paymentRow: string | null };

type Money = { id: string; row: string; gatewayPaymentId: string; amountPaise: number; method: string; status: "PROCESSING" | "COMPLETED" };

/**
 * Confirms a booking in time, its seats still held, in one trip: nearly all of them. The database looks again at all that
 * the reading said; null where anything is otherwise: then the long way decides, which knows every case.
 * @throws AppError BUSY
 */
export async function confirmQuickly(db: Db, booking: SettlingReading, payment: Money | null): Promise<QuicklyConfirmed | null> {
  if (booking.status !== "PENDING") return null;
  const { id, row, userId, eventId, totalPaise, hasCoupon, items } = booking;
  const news = messageAbout(factsOf(booking), { news: "booking-confirmed" });
  const asked = { id, row, userId, eventId, totalPaise, hasCoupon, payment, news, seatIds: items.map((item) => item.seatId).sort(), itemRows: items.map((item) => item.row) };
  try {
    const [done] = await callOnce<{ confirmedAt: Date; paymentRow: string | null }>(
      db,
      { name: "confirm_booking", text: `SELECT * FROM confirm_booking($1::jsonb)`, values: [JSON.stringify(asked)] },
      { deadlineMs: patience.bookingMs, tries: room.moneyTries },
    );
    return { ...done!, paymentId: payment?.id ?? null };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * What is written down already where this very payment has confirmed the booking, and the gateway says nothing new of
 * it: no refund, no failure. Whether it is captured too.
 */
export function acceptedAlready(booking: SettlingReading, seen: GatewayPayment): (QuicklyConfirmed & { captured: boolean }) | null {
  if ((seen.status !== "authorized" && seen.status !== "captured") || seen.refundedPaise > 0) return null;
  const own = booking.payments.find((payment) => payment.gatewayPaymentId === seen.paymentId);
  if (!own?.accepted || booking.status !== "CONFIRMED" || !booking.confirmedAt) return null;
  if (own.status !== "PROCESSING" && own.status !== "COMPLETED") return null;
  return { confirmedAt: booking.confirmedAt, paymentId: own.id, paymentRow: own.row, captured: own.status === "COMPLETED" };
}

/** The payment that would confirm the booking, where the case is the usual one: the first money of an order, in full. */
export function usualMoney(booking: SettlingReading, seen: GatewayPayment): Money | null {
  if ((seen.status !== "authorized" && seen.status !== "captured") || seen.refundedPaise > 0) return null;
  const method = paymentMethods[seen.method];
  const row = booking.payments.find((payment) => payment.orderId === seen.orderId);
  const usual = method && booking.payments.length === 1 && row && row.status === "PENDING" && (row.gatewayPaymentId ?? seen.paymentId) === seen.paymentId;
  if (!usual || decideMoney({ ...booking, eventStands: true }, seen).seats !== "TRY") return null;
  const status = seen.status === "authorized" ? "PROCESSING" : "COMPLETED";
  return { id: row.id, row: row.row, gatewayPaymentId: seen.paymentId, amountPaise: seen.amountPaise, method, status };
}

/** Writes down in one trip that the money of a booking just confirmed was captured; false where the long way must look. */
export async function captureQuickly(db: Db, confirmed: QuicklyConfirmed, seen: GatewayPayment): Promise<boolean> {
  if (!confirmed.paymentRow || seen.status !== "captured" || seen.refundedPaise > 0) return false;
  const [done] = await callOnce<{ captured: boolean }>(
    db,
    {
      name: "capture_accepted",
      text: `SELECT capture_accepted($1, $2::tid, $3, $4::int) AS captured`,
      values: [confirmed.paymentId, confirmed.paymentRow, seen.paymentId, seen.amountPaise],
    },
    { deadlineMs: patience.bookingMs, tries: room.moneyTries },
  );
  return done?.captured ?? false;
}
