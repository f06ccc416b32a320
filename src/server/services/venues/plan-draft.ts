import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { checkDraft } from "~/domain/seating/editor/check-draft";
import { contentOf, type PlanDraft } from "~/domain/seating/editor/draft";
import { toPretixPlan } from "~/domain/seating/plan/pretix-export";
import { readPlan } from "~/domain/seating/plan/read-plan";
import { planDraftInput } from "~/schemas/plan-draft";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { bulk } from "~/server/services/bulk";
import { takePlan } from "./import-plan";
import { managedVenue } from "./venue-rules";

type Of = { db: Db; actor: Actor; venueId: string };

/**
 * The plan that is being drawn for a venue, and how often it was saved; null where none is.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function getPlanDraft({ db, actor, venueId }: Of): Promise<{ draft: PlanDraft; revision: number } | null> {
  await managedVenue(db, actor, venueId);
  const row = await db.planDraft.findUnique({ where: { venueId }, select: { content: true, revision: true } });
  return row && { draft: row.content as unknown as PlanDraft, revision: row.revision };
}

/**
 * Keeps the plan that is being drawn; `revision` is the one it goes on from, 0 for none.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_INPUT; PLAN_CONFLICT where it was saved elsewhere meanwhile
 */
export async function savePlanDraft({ db, actor, venueId, revision, draft }: Of & { revision: number; draft: unknown }) {
  const content = planDraftInput.parse(draft);
  return transaction(
    db,
    async (tx) => {
      await managedVenue(tx, actor, venueId);
      await expectRevision(tx, venueId, revision);
      const saved = { content, revision: revision + 1 };
      await tx.planDraft.upsert({
        where: { venueId },
        create: { venueId, ...saved },
        update: saved,
        select: { venueId: true },
      });
      return { revision: revision + 1 };
    },
    bulk,
  );
}

/**
 * Throws away what was drawn and not published.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function discardPlanDraft({ db, actor, venueId }: Of): Promise<{ venueId: string }> {
  return transaction(db, async (tx) => {
    await managedVenue(tx, actor, venueId);
    await tx.planDraft.deleteMany({ where: { venueId } });
    return { venueId };
  });
}

/**
 * Makes what was drawn the venue's plan. Events keep the seats they were made with.
 * @throws AppError NOT_FOUND, FORBIDDEN; PLAN_CONFLICT where it was saved elsewhere meanwhile; INVALID_INPUT (`plan`)
 *   where it cannot be sold as it is, or a seat that is held or sold at a coming event would vanish
 */
export async function publishPlanDraft({ db, actor, venueId, revision }: Of & { revision: number }) {
  return transaction(
    db,
    async (tx) => {
      const venue = await managedVenue(tx, actor, venueId);
      const row = await expectRevision(tx, venueId, revision);
      if (!row) throw new AppError("INVALID_INPUT", "There is nothing to publish yet.", { field: "plan" });
      const draft = row.content as unknown as PlanDraft;
      const problem = checkDraft(draft).find(({ stops }) => stops);
      if (problem) throw new AppError("INVALID_INPUT", problem.sentence, { field: "plan" });
      const plan = readPlan(toPretixPlan(contentOf(venue.name, draft)), { overlap: "keep" });
      const { planHash, seatCount } = await takePlan({ tx, actor, venueId, plan, action: "venue.publishPlan" });
      return { planHash, seatCount };
    },
    bulk,
  );
}

async function expectRevision(tx: Pick<Tx, "planDraft">, venueId: string, revision: number) {
  const row = await tx.planDraft.findUnique({ where: { venueId }, select: { revision: true, content: true } });
  if ((row?.revision ?? 0) !== revision) {
    const sentence = "This plan was changed in another window meanwhile. Load it again to go on from there.";
    throw new AppError("PLAN_CONFLICT", sentence, { field: "plan" });
  }
  return row;
}
