import type { Actor } from "~/domain/permissions";
import { updateVenueInput, type UpdateVenueInput } from "~/schemas/venue";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit, changesOf } from "../audit";
import { replaceSections } from "./replace-sections";
import { assertSeatable, managedVenue } from "./venue-rules";

/**
 * Changes what is given of a venue, its sections with it or not at all. Its slug stays, so that addresses hold. Plans
 * of events stay as they are.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_INPUT (also: a section that is not the venue's, sections that overlap)
 */
export async function updateVenue({ db, actor, input }: { db: Db; actor: Actor; input: UpdateVenueInput }) {
  const { id, sections, ...fields } = updateVenueInput.parse(input);
  return transaction(db, async (tx) => {
    const venue = await managedVenue(tx, actor, id);
    await tx.venue.update({ where: { id }, data: fields, select: { id: true } });
    const changed = sections ? await replaceSections({ tx, actor, venueId: id, sections }) : false;
    if (fields.decorations || changed) await assertSeatable(tx, id);
    await audit(tx, {
      actor,
      action: "venue.update",
      entity: "venue",
      entityId: id,
      ...changesOf<object>(venue, fields),
    });
    return { id };
  });
}
