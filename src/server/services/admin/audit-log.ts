import type { Prisma } from "~/generated/prisma/client";
import type { AuditLogInput } from "~/schemas/admin";
import type { Db } from "~/server/db/db";
import { countedAtMost, pageOf } from "../counted";

/** What was changed, by whom, from what to what: the newest first. */
export async function auditLog({ db, ...input }: AuditLogInput & { db: Db }) {
  const { action, entity, entityId, actorId, from, to, page, limit } = input;
  const where: Prisma.AuditEntryWhereInput = {
    ...(action && { action: { startsWith: action } }),
    entity: entity || undefined,
    entityId,
    actorId,
    createdAt: { gte: from, lt: to },
  };
  const [counted, rows] = await Promise.all([
    db.auditEntry.count({ where, ...countedAtMost }),
    db.auditEntry.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
    }),
  ]);
  const names = await namesOf(
    db,
    rows.map((row) => row.actorId),
  );
  const items = rows.map((row) => ({
    ...row,
    actorName: row.actorId && (names.get(row.actorId) ?? "A deleted account"),
  }));
  return pageOf({ items, counted, page, limit });
}

async function namesOf(db: Db, ids: readonly (string | null)[]) {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const users = await db.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}
