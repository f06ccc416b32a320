import type { Page } from "@playwright/test";
import { call } from "./shop";

/** Two seats bought, as the booking pages buy them; the answer is the booking's id. */
export async function buyTwo(page: Page, eventId: string): Promise<string> {
  const { seatIds } = await call<{ seatIds: string[] }>(
    page,
    "seatLock.holdBest",
    { eventId, count: 2 },
    true,
  );
  const { bookingId } = await call<{ bookingId: string }>(page, "booking.create", { eventId, seatIds }, true);
  const { orderId } = await call<{ orderId: string }>(
    page,
    "payment.createOrder",
    { bookingId, method: "upi" },
    true,
  );
  const paid = await call<{ paymentId: string; signature: string }>(
    page,
    "payment.sandboxPay",
    { orderId, outcome: "success" },
    true,
  );
  await call(page, "booking.confirm", { bookingId, orderId, ...paid }, true);
  return bookingId;
}
