import type { Db } from "~/server/db/db";
import { signTicket } from "~/server/services/tickets/sign-ticket";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";

const PER_BOOKING = 5;

/** A sold-out evening of `tickets` tickets with `gates` links, made in bulk. */
export async function sellOut(db: Db, tickets: number, gates: number) {
  const organizer = await makeUser(db, { role: "ORGANIZER" });
  const rowCount = Math.ceil(tickets / 100);
  const { event, seats } = await makeEvent(db, { organizerId: organizer.id, sections: [{ name: "Stalls", rowCount, seatsPerRow: Math.ceil(tickets / rowCount) }] });
  const buyer = await makeUser(db);
  const sold = seats.slice(0, tickets);
  const at = new Date();
  const common = { userId: buyer.id, eventId: event.id, status: "CONFIRMED" as const, subtotalPaise: 0, taxPaise: 0, totalPaise: 0, expiresAt: at, holdsUntil: at, confirmedAt: at, policy: {} };
  const bookings = await db.booking.createManyAndReturn({
    data: Array.from({ length: Math.ceil(tickets / PER_BOOKING) }, (_, index) => ({ ...common, bookingNumber: `DOOR-${event.serial}-${index}`, seatCount: PER_BOOKING })),
    select: { id: true },
  });
  const items = await db.bookingItem.createManyAndReturn({
    data: sold.map((seat, index) => ({
      bookingId: bookings[Math.floor(index / PER_BOOKING)]!.id,
      eventId: event.id,
      seatId: seat.id,
      sectionId: seat.sectionId,
      sectionName: "Stalls",
      rowLabel: seat.rowLabel,
      seatLabel: seat.seatLabel,
      pricePaise: 0,
      live: true,
    })),
    select: { id: true },
  });
  const { checkIn } = callerFor(organizer);
  const expiresAt = new Date(Date.now() + 86_400_000);
  const tokens: string[] = [];
  for (let gate = 1; gate <= gates; gate++) {
    const { address } = await checkIn.makeLink({ eventId: event.id, gate: `Gate ${gate}`, role: "STEWARD", expiresAt });
    tokens.push(address.split("#")[1]!);
  }
  return { eventId: event.id, organizer, tokens, tickets: items.map(({ id }) => ({ id, code: signTicket({ itemId: id, eventId: event.id }) })) };
}
