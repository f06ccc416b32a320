import type { Actor } from "~/domain/permissions";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { readMarks } from "../sale/seats/read-marks";
import { markAlike } from "../sale/seats/write-seats";
import { afterPrices } from "../pricing/after-prices";
import { bulk } from "~/server/services/bulk";
import { makeDraft } from "./create-event";
import { managedEvent } from "~/server/services/rights/event-rules";

type Input = { db: Db; actor: Actor; id: string; startsAt: Date; now?: Date };

/**
 * A draft like another event, at another time: words, pictures, prices, rules, and the seats kept from sale, where the
 * venue's plan as it now is still has them. Its other times move with the start; those that would be past are left out.
 * @throws AppError NOT_FOUND, FORBIDDEN; INVALID_INPUT beside the field (a start in the past, a venue that is no more)
 */
export async function copyEvent({ db, actor, id, startsAt, now = new Date() }: Input) {
  return transaction(db, async (tx) => copyOf({ tx, actor, event: await managedEvent(tx, actor, id), startsAt, now }), bulk);
}

type Event = Awaited<ReturnType<typeof managedEvent>>;

/** The same in the caller's transaction, whose options are `bulk`. */
export async function copyOf({ tx, actor, event, startsAt, now }: { tx: Tx; actor: Actor; event: Event; startsAt: Date; now: Date }) {
  const moved = (at: Date | null) => at && new Date(at.getTime() + startsAt.getTime() - event.startsAt.getTime());
  const ahead = (at: Date | null) => (at && at > now ? at : null);
  const { venueId } = event;
  const times = { startsAt, endsAt: moved(event.endsAt), onSaleAt: ahead(moved(event.onSaleAt)), offSaleAt: ahead(moved(event.offSaleAt)) };
  const copy = await makeDraft({ tx, actor, now, input: { ...likeness(event), venueId, ...times } });
  await markAsIn(tx, event.id, copy.id);
  return copy;
}

/** What an event tells, costs and rules, without its time and place: what another may take over. */
export function likeness(event: Event) {
  const { title, subtitle, description, category, artist, language, ageRating, basePricePaise } = event;
  const { imageUrl, bannerUrl, orphanRule, cancelUntilHours, cancelRefundBps, confirmationNote } = event;
  return {
    title, subtitle, description, category, artist, language, ageRating, basePricePaise,
    imageUrl, bannerUrl, orphanRule, cancelUntilHours, cancelRefundBps, confirmationNote,
  };
}

/** Keeps the seats from sale that the other event keeps, and sells by its categories: by section, row and label. */
async function markAsIn(tx: Tx, fromId: string, toId: string): Promise<void> {
  const marks = await readMarks(tx, fromId);
  if (marks.length === 0) return;
  const categories = await tx.priceCategory.findMany({ where: { eventId: fromId } });
  const copied = new Map<string, string>();
  for (const { id, name, pricePaise } of categories) {
    const copy = await tx.priceCategory.create({ data: { eventId: toId, name, pricePaise }, select: { id: true } });
    copied.set(id, copy.id);
  }
  await markAlike(tx, toId, marks.map((mark) => ({ ...mark, categoryId: (mark.categoryId && copied.get(mark.categoryId)) ?? null })));
  if (categories.length > 0) await afterPrices(tx, toId);
}
