import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";
import { managedVenue } from "./venue-rules";

/**
 * Lays a venue aside, out of every list, or brings it back. Events that took place there keep it.
 * @throws AppError NOT_FOUND, FORBIDDEN; INVALID_TRANSITION where an event is still to come there
 */
export async function archiveVenue(input: {
  db: Db;
  actor: Actor;
  id: string;
  archived: boolean;
  now?: Date;
}) {
  const { db, actor, id, archived, now = new Date() } = input;
  return transaction(db, async (tx) => {
    const venue = await managedVenue(tx, actor, id, { archivedToo: true });
    if ((venue.archivedAt !== null) === archived) return { id, archived };
    const coming = {
      venueId: id,
      OR: [{ status: "DRAFT" as const }, { status: "PUBLISHED" as const, startsAt: { gt: now } }],
    };
    const event = archived
      ? await tx.event.findFirst({ where: coming, select: { title: true, status: true } })
      : null;
    if (event) {
      const what = event.status === "DRAFT" ? "is a draft for" : "is still to come at";
      throw new AppError(
        "INVALID_TRANSITION",
        `${event.title} ${what} this venue. Move it or cancel it first.`,
      );
    }
    const archivedAt = archived ? now : null;
    await tx.venue.update({ where: { id }, data: { archivedAt }, select: { id: true } });
    const action = archived ? "venue.archive" : "venue.restore";
    const before = { archivedAt: venue.archivedAt };
    await audit(tx, { actor, action, entity: "venue", entityId: id, before, after: { archivedAt } });
    return { id, archived };
  });
}
