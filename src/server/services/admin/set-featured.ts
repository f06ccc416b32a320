import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";

/**
 * Puts a published event on the front page, or takes any event off it.
 * @throws AppError NOT_FOUND; INVALID_TRANSITION where it is not on sale
 */
export async function setFeatured(input: { db: Db; actor: Actor; id: string; featured: boolean }) {
  const { db, actor, id, featured } = input;
  return transaction(db, async (tx) => {
    const event = await tx.event.findUnique({ where: { id }, select: { status: true, featured: true } });
    if (!event) throw notFound("event");
    if (featured && event.status !== "PUBLISHED") {
      throw new AppError("INVALID_TRANSITION", "Only published events stand on the front page.");
    }
    if (event.featured !== featured) {
      await tx.event.update({ where: { id }, data: { featured }, select: { id: true } });
      const [before, after] = [{ featured: event.featured }, { featured }];
      await audit(tx, { actor, action: "event.feature", entity: "event", entityId: id, before, after });
    }
    return { id, featured };
  });
}
