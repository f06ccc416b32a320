import { AppError } from "~/domain/errors";
import { assertTimes } from "~/domain/event-readiness";
import type { Actor } from "~/domain/permissions";
import { updateEventInput, type UpdateEventInput } from "~/schemas/event";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { lockEventToClose } from "~/server/services/sale/locks";
import { audit, changesOf } from "../audit";
import { replaceSeats } from "../seats/replace-seats";
import { currentPlan } from "../venues/current-plan";
import { bulk } from "~/server/services/bulk";
import { assertOpen, assertUsableVenue, managedEvent } from "~/server/services/rights/event-rules";
import { taxOf } from "../invoices/tax-of";
import { assertKnown } from "../known-at";
import { tellNewDate } from "./tell-new-date";

type Event = Awaited<ReturnType<typeof managedEvent>>;
type Fields = Omit<ReturnType<typeof updateEventInput.parse>, "id">;

/**
 * Changes what is given of an event. A draft takes up its venue's seats as they now are. Of a published event, place
 * and price stay once a seat is held or sold; what was sold never changes; a new date tells who has tickets.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION (also: changed since `knownAt`); INVALID_INPUT beside the field
 */
export async function updateEvent({
  db,
  actor,
  input,
  knownAt,
  now = new Date(),
}: {
  db: Db;
  actor: Actor;
  input: UpdateEventInput;
  /** The event's `updatedAt` as whoever changes it knows it. */
  knownAt?: Date;
  now?: Date;
}) {
  const { id, ...fields } = updateEventInput.parse(input);
  return transaction(
    db,
    async (tx) => {
      await lockEventToClose(tx, id);
      const event = await managedEvent(tx, actor, id);
      assertOpen(event);
      assertKnown(event, "event", knownAt);
      assertNewTimes(event, fields, now);
      const seats = await changedSeats(tx, actor, event, fields);
      const { count } = await tx.event.updateMany({
        where: { id, status: event.status },
        data: { ...fields, ...seats },
      });
      if (count === 0)
        throw new AppError("INVALID_TRANSITION", "This event has just been changed. Look at it again.");
      const changes = changesOf<object>(event, { ...fields, ...(seats && { seatCount: seats.seatCount }) });
      const move = await audit(tx, { actor, action: "event.update", entity: "event", entityId: id, ...changes });
      if (event.status === "PUBLISHED") await tellIfMoved(tx, event, fields, move);
      const { updatedAt } = await tx.event.findUniqueOrThrow({ where: { id }, select: { updatedAt: true } });
      return { id, status: event.status, seatCount: seats?.seatCount ?? event.seatCount, updatedAt };
    },
    bulk,
  );
}

async function tellIfMoved(tx: Tx, event: Event, { startsAt, title = event.title }: Fields, move: string): Promise<void> {
  if (!startsAt || startsAt.getTime() === event.startsAt.getTime()) return;
  const { venue } = await tx.event.findUniqueOrThrow({
    where: { id: event.id },
    select: { venue: { select: { timeZone: true, city: true } } },
  });
  await tellNewDate(tx, { id: event.id, move, title, startsAt, place: venue });
}

function assertNewTimes(event: Event, fields: Fields, now: Date): void {
  const { startsAt, endsAt, onSaleAt, offSaleAt } = { ...event, ...fields };
  if (fields.startsAt && fields.startsAt.getTime() !== event.startsAt.getTime() && startsAt <= now) {
    throw new AppError("INVALID_INPUT", "Choose a start in the future.", { field: "startsAt" });
  }
  assertTimes({ startsAt, endsAt, onSaleAt, offSaleAt });
}

async function changedSeats(tx: Tx, actor: Actor, event: Event, fields: Fields) {
  const { venueId = event.venueId, basePricePaise = event.basePricePaise } = fields;
  const elsewhere = venueId !== event.venueId;
  const dearer = basePricePaise !== event.basePricePaise;
  if (elsewhere) await assertUsableVenue(tx, actor, venueId);
  if (event.status === "PUBLISHED") {
    if (!elsewhere && !dearer) return null;
    await assertNothingTaken(tx, event.id, elsewhere ? "venueId" : "basePricePaise");
  }
  const plan =
    event.status === "DRAFT" || elsewhere ? await currentPlan({ tx, venueId }) : await planOf(tx, event);
  // What is on sale keeps the tax that it was published with.
  const taxBps = event.status === "DRAFT" ? await taxOf(tx, event.organizerId) : event.taxBps;
  return replaceSeats({ tx, event, plan, basePricePaise, taxBps });
}

async function planOf(tx: Tx, event: Event) {
  const plan = await tx.seatingPlan.findUniqueOrThrow({
    where: { id: event.planId },
    select: { id: true, hash: true, seatCount: true, content: true },
  });
  return { ...plan, content: plan.content as unknown as Awaited<ReturnType<typeof currentPlan>>["content"] };
}

async function assertNothingTaken(tx: Tx, eventId: string, field: string): Promise<void> {
  const [{ taken } = { taken: true }] = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Seat" WHERE "eventId" = ${eventId}
                     AND (status = 'BOOKED' OR (status = 'HELD' AND "heldUntil" > now())))
        OR EXISTS (SELECT 1 FROM "Booking" WHERE "eventId" = ${eventId}
                     AND (status = 'CONFIRMED' OR (status = 'PENDING' AND "holdsUntil" > now()))) AS taken`;
  if (!taken) return;
  const what = field === "venueId" ? "The venue" : "The price";
  throw new AppError(
    "INVALID_INPUT",
    `${what} cannot change any more: seats are held or sold. Cancel this event and make another.`,
    { field },
  );
}
