import type { AuditAction } from "~/domain/audit-words";
import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { lockEventToClose } from "~/server/services/sale/locks";
import { audit } from "../audit";
import { bulk } from "~/server/services/bulk";
import { assertOpen, managedEvent } from "~/server/services/rights/event-rules";
import { forgetCategory, priceUnsold } from "../sale/seats/write-seats";
import { seatsToChange } from "../seats/block-seats";
import { afterPrices } from "./after-prices";

/** More than a map can tell apart, or a person keep in mind. */
const MOST_CATEGORIES = 30;

type Input = { db: Db; actor: Actor; eventId: string };
/** Seats that cost something else now, and seats asked for that keep their price since somebody holds or has bought them. */
export type Repriced = { priced: number; kept: number };

/**
 * A price category of an event: a new one, or another name or price for one. Its seats that are not held or sold cost
 * the new price at once, also while the event is on sale.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION; INVALID_INPUT (`name`: there is one; too many)
 */
export async function saveCategory(input: Input & { id?: string; name: string; pricePaise: number }): Promise<Repriced & { id: string }> {
  const { db, actor, eventId, name, pricePaise } = input;
  return transaction(
    db,
    async (tx) => {
      await openEvent(tx, actor, eventId);
      const all = await tx.priceCategory.findMany({ where: { eventId }, select: { id: true, name: true, pricePaise: true } });
      const before = all.find(({ id }) => id === input.id);
      if (input.id && !before) throw notFound("category");
      refuseUnusable(all, input);
      const { id } = before
        ? await tx.priceCategory.update({ where: { id: before.id }, data: { name, pricePaise }, select: { id: true } })
        : await tx.priceCategory.create({ data: { eventId, name, pricePaise }, select: { id: true } });
      const dearer = before !== undefined && before.pricePaise !== pricePaise;
      const seats = dearer ? await priceUnsold(tx, eventId, { categoryId: id }, id) : { priced: 0, kept: 0 };
      if (seats.priced > 0) await afterPrices(tx, eventId);
      await record(tx, actor, "event.saveCategory", eventId, { category: name, pricePaise, ...seats }, before && { category: before.name, pricePaise: before.pricePaise });
      return { id, ...seats };
    },
    bulk,
  );
}

/**
 * Takes a category away: its seats that are not held or sold cost what their sections do again.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION
 */
export async function removeCategory({ db, actor, eventId, id }: Input & { id: string }): Promise<Repriced> {
  return transaction(
    db,
    async (tx) => {
      await openEvent(tx, actor, eventId);
      const category = await categoryOf(tx, eventId, id);
      const seats = await priceUnsold(tx, eventId, { categoryId: id }, null);
      if (seats.kept > 0) await forgetCategory(tx, eventId, id);
      await tx.priceCategory.delete({ where: { id } });
      if (seats.priced > 0) await afterPrices(tx, eventId);
      await record(tx, actor, "event.removeCategory", eventId, seats, { category: category.name, pricePaise: category.pricePaise });
      return seats;
    },
    bulk,
  );
}

/**
 * Puts seats into a category, whatever their section; null: back to their sections' prices. What is held or sold stays.
 * @throws AppError NOT_FOUND (also a seat of another event), FORBIDDEN, INVALID_TRANSITION
 */
export async function priceSeats(input: Input & { seatIds: readonly string[]; categoryId: string | null }): Promise<Repriced> {
  const { db, actor, eventId, categoryId } = input;
  return transaction(
    db,
    async (tx) => {
      await lockEventToClose(tx, eventId);
      const seatIds = await seatsToChange(tx, actor, eventId, input.seatIds);
      const category = categoryId === null ? null : await categoryOf(tx, eventId, categoryId);
      const seats = await priceUnsold(tx, eventId, { seatIds }, categoryId);
      if (seats.priced > 0) await afterPrices(tx, eventId);
      await record(tx, actor, "event.priceSeats", eventId, { category: category?.name ?? null, ...seats });
      return seats;
    },
    bulk,
  );
}

async function openEvent(tx: Tx, actor: Actor, eventId: string): Promise<void> {
  await lockEventToClose(tx, eventId);
  assertOpen(await managedEvent(tx, actor, eventId));
}

async function categoryOf(tx: Tx, eventId: string, id: string) {
  const category = await tx.priceCategory.findFirst({ where: { id, eventId }, select: { name: true, pricePaise: true } });
  if (!category) throw notFound("category");
  return category;
}

function refuseUnusable(all: { id: string; name: string }[], { id, name }: { id?: string; name: string }): void {
  const refuse = (sentence: string) => new AppError("INVALID_INPUT", sentence, { field: "name" });
  if (all.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase()))
    throw refuse(`There is a category called ${name} already.`);
  if (!id && all.length >= MOST_CATEGORIES) throw refuse(`An event has ${MOST_CATEGORIES} categories at most.`);
}

async function record(tx: Tx, actor: Actor, action: AuditAction, eventId: string, after: object, before?: object): Promise<void> {
  await audit(tx, { actor, action, entity: "event", entityId: eventId, before, after });
}
