import type { Tx } from "~/server/db/db";
import { returnCoupon } from "~/server/services/sale/coupons/return-coupon";
import type { LockedBooking } from "~/server/services/sale/locks";
import { tellBuyer } from "~/server/services/sale/news/tell-buyer";
import { giveBackSeats } from "./give-back-seats";

/** Takes a confirmed booking back whose money the bank let go before it was captured; the buyer is told. */
export async function revokeUnpaid(tx: Tx, booking: LockedBooking): Promise<void> {
  await giveBackSeats(tx, booking);
  await tx.booking.update({
    where: { id: booking.id },
    data: { status: "CANCELLED", cancelledAt: booking.now, cancelReason: "The bank took the payment back." },
  });
  await returnCoupon(tx, { bookingId: booking.id, from: "USED" });
  await tellBuyer(tx, { bookingId: booking.id, news: "payment-lapsed", about: booking.confirmedAt?.toISOString() });
}
