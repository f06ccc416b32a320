import type { Actor } from "~/domain/permissions";
import { updateVenueInput, type UpdateVenueInput } from "~/schemas/venue";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit, changesOf } from "../audit";
import { assertKnown } from "../known-at";
import { replaceSections } from "./replace-sections";
import { assertSeatable, managedVenue } from "./venue-rules";

/**
 * Changes what is given of a venue, its sections with it or not at all. Its slug stays, so that addresses hold. Plans
 * of events stay as they are.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_TRANSITION (changed since `knownAt`), INVALID_INPUT (also: a section that is not the venue's, sections that overlap)
 */
export async function updateVenue(request: { db: Db; actor: Actor; input: UpdateVenueInput; knownAt?: Date }) {
  const { db, actor, input, knownAt } = request;
  const { id, sections, ...fields } = updateVenueInput.parse(input);
  return transaction(db, async (tx) => {
    const { updatedAt, ...venue } = await managedVenue(tx, actor, id);
    assertKnown({ updatedAt }, "venue", knownAt);
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
