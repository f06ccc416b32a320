import { AppError } from "~/domain/errors";
import { MOST_SHOWINGS } from "~/domain/showings";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { lockEventToClose } from "~/server/services/sale/locks";
import { copyOf } from "../events/copy-event";
import { bulk } from "~/server/services/bulk";
import { assertOpen, managedEvent } from "~/server/services/rights/event-rules";

type Input = { db: Db; actor: Actor; eventId: string; startsAts: Date[]; now?: Date };

/**
 * Makes drafts like an event at other times, all showings of one run with it: each with seats and a sale of its own. A
 * time that the run has already is left as it is, so that asking again makes what is missing and nothing twice.
 * @throws AppError NOT_FOUND, FORBIDDEN; INVALID_TRANSITION (over, cancelled); INVALID_INPUT (a time in the past, more than 400)
 */
export async function addShowings({ db, actor, eventId, startsAts, now = new Date() }: Input): Promise<{ made: number; had: number }> {
  const times = [...new Map(startsAts.map((at) => [at.getTime(), at])).values()];
  if (times.some((at) => at <= now)) throw new AppError("INVALID_INPUT", "Choose times in the future.", { field: "startsAts" });
  let made = 0;
  // A transaction each: what is made stays made, and no sale waits for four hundred halls.
  for (const startsAt of times) if (await addOne({ db, actor, eventId, startsAt, now })) made += 1;
  return { made, had: times.length - made };
}

async function addOne({ db, actor, eventId, startsAt, now }: Omit<Input, "startsAts"> & { startsAt: Date; now: Date }): Promise<boolean> {
  return transaction(
    db,
    async (tx) => {
      await lockEventToClose(tx, eventId);
      const event = await managedEvent(tx, actor, eventId);
      assertOpen(event);
      if (event.startsAt.getTime() === startsAt.getTime()) return false;
      const seriesId = event.seriesId ?? event.id;
      const [known, size] = [
        await tx.event.findFirst({ where: { seriesId, startsAt, status: { not: "CANCELLED" } }, select: { id: true } }),
        await tx.event.count({ where: { seriesId } }),
      ];
      if (known) return false;
      if (size >= MOST_SHOWINGS) throw new AppError("INVALID_INPUT", `A run has ${MOST_SHOWINGS} showings at most. Begin another.`, { field: "startsAts" });
      if (!event.seriesId) await tx.event.updateMany({ where: { id: eventId, seriesId: null }, data: { seriesId } });
      const copy = await copyOf({ tx, actor, event, startsAt, now });
      await tx.event.update({ where: { id: copy.id }, data: { seriesId }, select: { id: true } });
      return true;
    },
    bulk,
  );
}
