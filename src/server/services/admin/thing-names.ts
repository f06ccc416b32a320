import type { Db } from "~/server/db/db";
import { namesOfPeople } from "./people";

type Thing = { entity: string; entityId: string };
type Namer = (db: Db, ids: string[]) => Promise<[string, string][]>;

/** How people call what an entry is about, by `entity id`. What has no name of its own, or is gone, has none here. */
export async function thingNames(db: Db, things: readonly Thing[]): Promise<Map<string, string>> {
  const named = await Promise.all(
    Object.entries(namers).map(async ([entity, namer]) => {
      const ids = [...new Set(things.filter((thing) => thing.entity === entity).map((thing) => thing.entityId))];
      return ids.length === 0 ? [] : (await namer(db, ids)).map(([id, name]) => [keyOf({ entity, entityId: id }), name] as const);
    }),
  );
  return new Map(named.flat());
}

/** The key of a thing in `thingNames`. */
export function keyOf({ entity, entityId }: Thing): string {
  return `${entity} ${entityId}`;
}

const where = (ids: string[]) => ({ id: { in: ids } });

const namers: Record<string, Namer> = {
  user: async (db, ids) => [...(await namesOfPeople(db, ids))],
  event: async (db, ids) =>
    (await db.event.findMany({ where: where(ids), select: { id: true, title: true } })).map((row) => [row.id, row.title]),
  venue: async (db, ids) =>
    (await db.venue.findMany({ where: where(ids), select: { id: true, name: true } })).map((row) => [row.id, row.name]),
  section: async (db, ids) =>
    (await db.section.findMany({ where: where(ids), select: { id: true, name: true, venue: { select: { name: true } } } })).map(
      (row) => [row.id, `${row.name}, ${row.venue.name}`],
    ),
  coupon: async (db, ids) =>
    (await db.coupon.findMany({ where: where(ids), select: { id: true, code: true } })).map((row) => [row.id, row.code]),
  booking: async (db, ids) =>
    (await db.booking.findMany({ where: where(ids), select: { id: true, bookingNumber: true } })).map((row) => [row.id, row.bookingNumber]),
  refund: async (db, ids) =>
    (await db.refund.findMany({ where: where(ids), select: { id: true, booking: { select: { bookingNumber: true } } } })).map((row) => [
      row.id,
      `Refund of ${row.booking.bookingNumber}`,
    ]),
  review: async (db, ids) =>
    (await db.review.findMany({ where: where(ids), select: { id: true, event: { select: { title: true } } } })).map((row) => [
      row.id,
      `Review of ${row.event.title}`,
    ]),
  apiKey: async (db, ids) =>
    (await db.apiKey.findMany({ where: where(ids), select: { id: true, name: true, hint: true } })).map((row) => [row.id, `${row.name} (${row.hint})`]),
  webhook: async (db, ids) =>
    (await db.webhookEndpoint.findMany({ where: where(ids), select: { id: true, url: true } })).map((row) => [row.id, row.url]),
};
