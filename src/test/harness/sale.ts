import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { makeEvent, makeUser } from "../factories";
import { callerFor } from "./callers";

type Event = Awaited<ReturnType<typeof makeEvent>>;
type Options = { event?: Event; buyer?: Awaited<ReturnType<typeof makeUser>>; seats?: number; from?: number; couponCode?: string };

/** A buyer with a PENDING booking of seats, made through the API; `pay` and `confirm` go on from there. */
export async function makeSale(db: Db, gateway: PaymentGateway, options: Options = {}) {
  const event = options.event ?? (await makeEvent(db));
  const buyer = options.buyer ?? (await makeUser(db));
  const api = callerFor(buyer, { gateway });
  const from = options.from ?? 0;
  const seatIds = event.seats.slice(from, from + (options.seats ?? 2)).map((seat) => seat.id);
  const eventId = event.event.id;
  await api.seatLock.hold({ eventId, seatIds });
  const booking = await api.booking.create({ eventId, seatIds, couponCode: options.couponCode });
  const { bookingId } = booking;
  const order = () => api.payment.createOrder({ bookingId, method: "card" });
  const payFor = async (outcome: "success" | "failure" | "late" = "success") =>
    api.payment.sandboxPay({ orderId: (await order()).orderId, outcome });
  return {
    ...event,
    buyer,
    api,
    seatIds,
    eventId,
    booking,
    bookingId,
    order,
    /** In the bank's dialog; the browser's answer. */
    payFor,
    confirm: (paid: { orderId: string; paymentId: string; signature: string }) => api.booking.confirm({ bookingId, ...paid }),
    /** From the order to the confirmed booking. */
    buy: async () => api.booking.confirm({ bookingId, ...(await payFor()) }),
    /** Ends the booking's time, countdown and grace, as if it had passed; the job has not run. */
    runOut: async () => {
      await db.$executeRaw`
        UPDATE "Booking" SET "expiresAt" = now() - interval '2 minutes', "holdsUntil" = now() - interval '1 minute' WHERE id = ${bookingId}`;
      await db.$executeRaw`
        UPDATE "Seat" SET "heldUntil" = now() - interval '1 minute' WHERE id = ANY (${seatIds}::text[]) AND status = 'HELD'`;
    },
    /** The books as they stand. */
    read: () =>
      db.booking.findUniqueOrThrow({
        where: { id: bookingId },
        include: {
          items: true,
          payments: { orderBy: { createdAt: "asc" } },
          refunds: { orderBy: { createdAt: "asc" } },
          redemption: true,
        },
      }),
    readSeats: () => db.seat.findMany({ where: { id: { in: seatIds } }, orderBy: { id: "asc" } }),
  };
}
