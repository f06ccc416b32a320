import { AppError } from "~/domain/errors";
import { assertTimes } from "~/domain/event-readiness";
import { mayOrganize, type Actor } from "~/domain/permissions";
import { createEventInput, type CreateEventInput } from "~/schemas/event";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";
import { taxOf } from "../invoices/tax-of";
import { makeSeats, priceEvent } from "../seats/make-seats";
import { slugFor } from "../slug";
import { currentPlan } from "../venues/current-plan";
import { assertUsableVenue } from "~/server/services/rights/event-rules";
import { bulk } from "~/server/services/bulk";

/**
 * A draft with all its seats, from the venue's plan as it now is.
 * @param now for the past events of demo data and tests
 * @throws AppError FORBIDDEN; INVALID_INPUT beside the field
 */
export async function createEvent({
  db,
  actor,
  input,
  now = new Date(),
}: {
  db: Db;
  actor: Actor;
  input: CreateEventInput;
  now?: Date;
}) {
  return transaction(db, (tx) => makeDraft({ tx, actor, input, now }), bulk);
}

/** The same in the caller's transaction, whose options are `bulk`. */
export async function makeDraft({ tx, actor, input, now }: { tx: Tx; actor: Actor; input: CreateEventInput; now: Date }) {
  if (!mayOrganize(actor)) throw new AppError("FORBIDDEN", "Only organizers make events.");
  const { venueId, basePricePaise, ...fields } = createEventInput.parse(input);
  const { startsAt, endsAt = null, onSaleAt = null, offSaleAt = null } = fields;
  if (startsAt <= now)
    throw new AppError("INVALID_INPUT", "Choose a start in the future.", { field: "startsAt" });
  assertTimes({ startsAt, endsAt, onSaleAt, offSaleAt });

  await assertUsableVenue(tx, actor, venueId);
  const plan = await currentPlan({ tx, venueId });
  const serial = await nextSerial(tx);
  const { sections, facts } = priceEvent(plan, serial, basePricePaise, await taxOf(tx, actor.id));
  const event = await tx.event.create({
    data: {
      ...fields,
      ...facts,
      serial,
      venueId,
      basePricePaise,
      organizerId: actor.id,
      slug: slugFor(fields.title),
    },
    select: { id: true, serial: true, status: true, seatCount: true },
  });
  await makeSeats({ tx, event, plan, sections });
  const after = { ...fields, venueId, basePricePaise, seatCount: event.seatCount };
  await audit(tx, { actor, action: "event.create", entity: "event", entityId: event.id, after });
  return { id: event.id, status: event.status, seatCount: event.seatCount };
}

/** The number that the event's seat ids begin with; one that is lost to a rollback is missed by nobody. */
async function nextSerial(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<
    { serial: number }[]
  >`SELECT nextval(pg_get_serial_sequence('"Event"', 'serial'))::int AS serial`;
  if (!row) throw new Error("The sequence of Event.serial gave nothing.");
  return row.serial;
}
