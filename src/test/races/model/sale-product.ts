import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { cancelBooking } from "~/server/services/sale/money/cancel-booking";
import { confirmBooking } from "~/server/services/sale/money/confirm-booking";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { expirePendingBookings } from "~/server/services/sale/bookings/expire-pending";
import { freeOrderId } from "~/server/services/sale/money/create-order";
import { extendHold } from "~/server/services/sale/seats/extend-hold";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { releaseExpiredHolds } from "~/server/services/sale/seats/release-expired-holds";
import { releaseSeats } from "~/server/services/sale/bookings/release-seats";
import { makeEvent, makeUser } from "~/test/factories";
import { passTime } from "~/test/harness/time";
import type { Op } from "./sale-model";

/** No gateway is asked about bookings that cost nothing. */
const gateway = { name: "sandbox" } as PaymentGateway;

/** The product behind the same words as the model: its services, on a database, one call after the other. */
export class SaleProduct {
  private readonly bookings: string[][];

  private constructor(
    private readonly db: Db,
    private readonly eventId: string,
    private readonly seatIds: string[],
    private readonly actors: Actor[],
  ) {
    this.bookings = actors.map(() => []);
  }

  static async open(db: Db, seats: number, buyers: number): Promise<SaleProduct> {
    const { event, seats: made } = await makeEvent(db, {
      basePricePaise: 0,
      orphanRule: "OFF",
      sections: [{ name: "Floor", rowCount: 1, seatsPerRow: seats }],
    });
    const actors: Actor[] = [];
    for (let i = 0; i < buyers; i++) actors.push(await makeUser(db));
    return new SaleProduct(db, event.id, made.map((seat) => seat.id), actors);
  }

  /** Does it; "ok" or the appCode it is refused with. */
  async apply(op: Op): Promise<string> {
    try {
      await this.run(op);
      return "ok";
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  }

  async view(): Promise<{ seats: string[]; bookings: string[][] }> {
    const rows = await this.db.$queryRaw<{ id: string; status: string; heldBy: string | null; lapsed: boolean }[]>`
      SELECT id, status::text, "heldBy", coalesce("heldUntil" <= now(), false) AS lapsed FROM "Seat" WHERE "eventId" = ${this.eventId} ORDER BY ordinal`;
    const bookings = await this.db.$queryRaw<{ id: string; status: string }[]>`
      SELECT id, CASE WHEN status = 'PENDING' AND "holdsUntil" <= now() THEN 'EXPIRED' ELSE status::text END AS status
        FROM "Booking" WHERE "eventId" = ${this.eventId}`;
    const statuses = new Map(bookings.map((booking) => [booking.id, booking.status]));
    return {
      seats: rows.map((seat) => {
        if (seat.status === "BOOKED") return "BOOKED";
        const held = seat.status === "HELD" && !seat.lapsed;
        return held ? `HELD by ${this.actors.findIndex((actor) => actor.id === seat.heldBy)}` : "FREE";
      }),
      bookings: this.bookings.map((ids) => ids.map((id) => statuses.get(id) ?? "gone")),
    };
  }

  private async run(op: Op): Promise<void> {
    const { db, eventId } = this;
    if (op.do === "wait") {
      for (const actor of this.actors) await passTime(db, { userId: actor.id, eventId }, op.seconds);
      return;
    }
    if (op.do === "jobs") {
      await releaseExpiredHolds({ db });
      await expirePendingBookings({ db });
      return;
    }
    const actor = this.actors[op.buyer]!;
    const mine = this.bookings[op.buyer]!;
    const ids = (seats: number[]) => seats.map((i) => this.seatIds[i]!);
    switch (op.do) {
      case "hold":
        await holdSeats({ db, actor, eventId, seatIds: ids(op.seats) });
        return;
      case "release":
        await releaseSeats({ db, actor, eventId, seatIds: op.seats ? ids(op.seats) : undefined });
        return;
      case "extend":
        await extendHold({ db, actor, eventId });
        return;
      case "book": {
        const { bookingId } = await createBooking({ db, actor, eventId, seatIds: ids(op.seats) });
        if (!mine.includes(bookingId)) mine.push(bookingId);
        return;
      }
      case "confirm":
      case "cancel": {
        const bookingId = mine[op.booking];
        if (!bookingId) return;
        if (op.do === "cancel") await cancelBooking({ db, gateway, actor, bookingId });
        else await confirmBooking({ db, gateway, actor, bookingId, orderId: freeOrderId(bookingId), paymentId: "free", signature: "" });
      }
    }
  }
}
