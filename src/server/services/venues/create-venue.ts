import type { z } from "zod";
import { AppError } from "~/domain/errors";
import { mayOrganize, type Actor } from "~/domain/permissions";
import { createVenueInput, type CreateVenueInput } from "~/schemas/venue";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";
import { slugFor } from "../slug";
import { assertSeatable } from "./venue-rules";

/**
 * A venue, with its sections where they are given. An organizer's is theirs; an admin's is shared by all organizers.
 * @throws AppError FORBIDDEN; INVALID_INPUT
 */
export async function createVenue({ db, actor, input }: { db: Db; actor: Actor; input: CreateVenueInput }) {
  if (!mayOrganize(actor)) throw new AppError("FORBIDDEN", "Only organizers keep venues.");
  const { sections, ...fields } = createVenueInput.parse(input);
  assertNamedOnce(sections);
  return transaction(db, async (tx) => {
    const venue = await tx.venue.create({
      data: {
        ...fields,
        slug: slugFor(fields.name),
        ownerId: actor.role === "ADMIN" ? null : actor.id,
        sections: { create: sections.map(toRow) },
      },
      select: { id: true },
    });
    await assertSeatable(tx, venue.id);
    await audit(tx, {
      actor,
      action: "venue.create",
      entity: "venue",
      entityId: venue.id,
      after: { ...fields, sections },
    });
    return venue;
  });
}

type Section = z.output<typeof createVenueInput>["sections"][number];

function toRow({ priceMultiplier, ...section }: Section, position: number) {
  return { ...section, position, priceMultiplierBps: Math.round(priceMultiplier * 10_000) };
}

function assertNamedOnce(sections: readonly Section[]): void {
  const names = sections.map((section) => section.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new AppError("INVALID_INPUT", `Two sections are named ${twice}.`, { field: "sections" });
}
