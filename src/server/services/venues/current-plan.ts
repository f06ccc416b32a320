import { createHash } from "node:crypto";
import { planSeatCount, type SeatingPlanContent } from "~/domain/seating/plan/seating-plan";
import { generatePlan } from "~/domain/seating/plan/seating-plan-generate";
import { notFound } from "~/domain/errors";
import type { Tx } from "~/server/db/db";
import { planSource } from "./venue-rules";

export type CurrentPlan = { id: string; hash: string; seatCount: number; content: SeatingPlanContent };

/**
 * The venue's seats as its sections now say: the latest version of its plan, or a new one where they have changed.
 * @throws AppError NOT_FOUND, INVALID_INPUT (the sections overlap)
 */
export async function currentPlan({ tx, venueId }: { tx: Tx; venueId: string }): Promise<CurrentPlan> {
  const source = await planSource(tx, venueId);
  if (!source) throw notFound("venue");
  const content = generatePlan(source);
  // Fresh from the generator, which always writes its keys in one order: no sorting of 50,000 seats.
  const hash = shortHash(JSON.stringify(content));
  const latest = await tx.seatingPlan.findFirst({
    where: { venueId },
    orderBy: { version: "desc" },
    select: { id: true, hash: true, version: true },
  });
  const seatCount = planSeatCount(content);
  if (latest?.hash === hash) return { id: latest.id, hash, seatCount, content };
  const made = await tx.seatingPlan.create({
    data: { venueId, version: (latest?.version ?? 0) + 1, hash, seatCount, content },
    select: { id: true },
  });
  return { id: made.id, hash, seatCount, content };
}

/** 132 bits of SHA-256: names a content in addresses and caches. */
export function shortHash(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
