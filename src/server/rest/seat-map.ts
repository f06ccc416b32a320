import { z } from "zod";
import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { unpackSeat } from "~/domain/seating/seat-packing";
import { seatStatuses } from "~/domain/seating/seat-state";
import type { Db } from "~/server/db/db";
import { maySeeEvent } from "~/server/services/rights/event-rules";
import { loadAvailability } from "~/server/services/occupancy/availability-loader";
import { seatLayout } from "~/server/services/seats/seat-layout";
import { Prepared } from "./endpoint";
import { amounts, inRupees } from "./fields";

export const seatMapAnswer = z.object({
  sections: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      ...amounts("price"),
      seats: z.array(
        z.object({ id: z.string(), rowNumber: z.string(), seatNumber: z.string(), ...amounts("price"), status: z.enum(seatStatuses) }),
      ),
    }),
  ),
});

/** Bodies kept, the last asked for longest: a seat map of 50,000 seats has some five megabytes. */
const KEPT = 6;
const kept = new Map<string, Buffer>();

/**
 * An event's seats with what each costs and whether it is free, at most 300 ms old.
 * @throws AppError NOT_FOUND, also for another's draft
 */
export async function readSeatMap({ db, actor, eventId }: { db: Db; actor: Actor | null; eventId: string }) {
  const reading = await loadAvailability({ db, eventId });
  if (!reading || !maySeeEvent(actor, reading)) throw notFound("event");
  const layout = await seatLayout({ db, actor, eventId });
  return { reading, layout };
}

type SeatMap = Awaited<ReturnType<typeof readSeatMap>>;

/** Written once for each state of the seats, and not once for each of the crowd. */
export function showSeatMap({ reading, layout }: SeatMap): Prepared {
  return new Prepared(reading.etag, () => {
    const body = kept.get(reading.etag) ?? Buffer.from(JSON.stringify(seatMap({ reading, layout })));
    kept.delete(reading.etag);
    kept.set(reading.etag, body);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return body;
  });
}

function seatMap({ reading, layout }: SeatMap): z.output<typeof seatMapAnswer> {
  const sections = layout.sections.map(({ id, name, pricePaise, rows }) => {
    const price = inRupees({ price: pricePaise });
    const seats = rows.flatMap((row) =>
      row.seats.map((seat) => ({
        id: seat.id, rowNumber: row.label, seatNumber: seat.label,
        ...(seat.pricePaise === undefined ? price : inRupees({ price: seat.pricePaise })), status: unpackSeat(reading.bytes, seat.ordinal),
      })),
    );
    return { id, name, ...price, seats };
  });
  return { sections };
}
