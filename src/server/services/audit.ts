import type { AuditAction } from "~/domain/audit-words";
import { personOf, type Actor } from "~/domain/permissions";
import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/server/db/db";

export type AuditFacts = {
  /** Null: the system. */
  actor: Pick<Actor, "id" | "team"> | null;
  /** "event.publish": noun and verb. */
  action: AuditAction;
  entity: "event" | "venue" | "section" | "review" | "user" | "coupon" | "booking" | "refund" | "mail" | "apiKey" | "webhook" | "team";
  entityId: string;
  before?: object | null;
  after?: object | null;
};

/** Writes down who changed what, in the transaction that changes it. Never give it a password or a token. @returns the entry's id */
export async function audit(
  tx: Pick<Tx, "auditEntry">,
  { actor, before, after, ...facts }: AuditFacts,
): Promise<string> {
  const { id } = await tx.auditEntry.create({
    data: { ...facts, actorId: actor && personOf(actor), before: asJson(before), after: asJson(after) },
    select: { id: true },
  });
  return id;
}

/** Only what differs of two versions of a row; dates as ISO 8601. */
export function changesOf<T extends object>(
  before: T,
  after: Partial<T>,
): { before: Partial<T>; after: Partial<T> } {
  const changed = (Object.keys(after) as (keyof T)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (row: Partial<T>) => Object.fromEntries(changed.map((key) => [key, row[key]])) as Partial<T>;
  return { before: pick(before), after: pick(after) };
}

function asJson(value: object | null | undefined): Prisma.InputJsonValue | undefined {
  return value ? (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue) : undefined;
}
