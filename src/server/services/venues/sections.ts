import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { sectionSeatCount } from "~/domain/seating/plan/seating-plan-labels";
import {
  addSectionInput,
  updateSectionInput,
  type AddSectionInput,
  type UpdateSectionInput,
} from "~/schemas/venue";
import { uniqueViolation } from "~/server/db/errors";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit, changesOf } from "../audit";
import { assertSeatable, managedVenue, sectionSelect, toSpec } from "./venue-rules";

type Result = { id: string; seatCount: number };

/**
 * A section behind those there are. Events keep the seats they have; new ones get this section too.
 * @returns its id and its seats
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_INPUT (the name is taken, sections overlap, too many seats)
 */
export async function addSection({
  db,
  actor,
  input,
}: {
  db: Db;
  actor: Actor;
  input: AddSectionInput;
}): Promise<Result> {
  const { venueId, priceMultiplier, ...fields } = addSectionInput.parse(input);
  return change(db, fields.name, async (tx) => {
    await managedVenue(tx, actor, venueId);
    const last = await tx.section.aggregate({ where: { venueId }, _max: { position: true } });
    const section = await tx.section.create({
      data: {
        ...fields,
        venueId,
        position: (last._max.position ?? -1) + 1,
        priceMultiplierBps: toBps(priceMultiplier),
      },
      select: sectionSelect,
    });
    await assertSeatable(tx, venueId);
    await audit(tx, {
      actor,
      action: "section.add",
      entity: "section",
      entityId: section.id,
      after: { venueId, ...section },
    });
    return { id: section.id, seatCount: sectionSeatCount(toSpec(section)) };
  });
}

/** Changes what is given of a section; throws as `addSection`. */
export async function updateSection({
  db,
  actor,
  input,
}: {
  db: Db;
  actor: Actor;
  input: UpdateSectionInput;
}): Promise<Result> {
  const { id, priceMultiplier, ...fields } = updateSectionInput.parse(input);
  const data = {
    ...fields,
    priceMultiplierBps: priceMultiplier === undefined ? undefined : toBps(priceMultiplier),
  };
  return change(db, fields.name, async (tx) => {
    const { venueId, ...before } = await managedSection(tx, actor, id);
    const section = await tx.section.update({ where: { id }, data, select: sectionSelect });
    await assertSeatable(tx, venueId);
    await audit(tx, {
      actor,
      action: "section.update",
      entity: "section",
      entityId: id,
      ...changesOf<object>(before, section),
    });
    return { id, seatCount: sectionSeatCount(toSpec(section)) };
  });
}

/**
 * Takes a section out of the venue. Events that have its seats keep them.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function removeSection({
  db,
  actor,
  id,
}: {
  db: Db;
  actor: Actor;
  id: string;
}): Promise<{ id: string }> {
  return transaction(db, async (tx) => {
    const before = await managedSection(tx, actor, id);
    await tx.section.delete({ where: { id }, select: { id: true } });
    await audit(tx, { actor, action: "section.remove", entity: "section", entityId: id, before });
    return { id };
  });
}

async function managedSection(tx: Tx, actor: Actor, id: string) {
  const section = await tx.section.findUnique({ where: { id }, select: { ...sectionSelect, venueId: true } });
  if (!section) throw notFound("section");
  await managedVenue(tx, actor, section.venueId);
  return section;
}

async function change(db: Db, name: string | undefined, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  try {
    return await transaction(db, work);
  } catch (error) {
    if (!uniqueViolation(error)) throw error;
    throw new AppError("INVALID_INPUT", `This venue already has a section named ${name}.`, {
      field: "name",
      cause: error,
    });
  }
}

function toBps(multiplier: number): number {
  return Math.round(multiplier * 10_000);
}
