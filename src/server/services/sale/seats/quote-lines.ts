import type { QuoteLine } from "~/domain/pricing";
import type { Db, Tx } from "~/server/db/db";
import { notAtThisEvent, type SaleEvent } from "./sale-event";

/**
 * The seats as lines of a quote, in the plan's order, at the prices stored on them.
 * @throws AppError NOT_FOUND where one does not exist
 */
export async function quoteLines(db: Db | Tx, event: SaleEvent, seatIds: readonly string[]): Promise<QuoteLine[]> {
  // One after the other: a transaction has one connection.
  const seats = await db.seat.findMany({
    where: { id: { in: [...seatIds] }, eventId: event.id },
    orderBy: { ordinal: "asc" },
    select: { id: true, sectionId: true, rowLabel: true, seatLabel: true, pricePaise: true },
  });
  const sections = await db.eventSection.findMany({
    where: { eventId: event.id },
    select: { sectionId: true, name: true },
  });
  if (seats.length !== seatIds.length) {
    throw notAtThisEvent();
  }
  const names = new Map(sections.map((section) => [section.sectionId, section.name]));
  return seats.map((seat) => ({
    seatId: seat.id,
    sectionId: seat.sectionId,
    section: names.get(seat.sectionId) ?? "",
    row: seat.rowLabel,
    seat: seat.seatLabel,
    pricePaise: seat.pricePaise,
  }));
}
