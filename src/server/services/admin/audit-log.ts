import type { Prisma } from "~/generated/prisma/client";
import type { AuditLogInput } from "~/schemas/admin";
import type { Db } from "~/server/db/db";
import { countedAtMost, pageOf } from "../counted";
import { idsOfPeople, namesOfPeople } from "./people";
import { keyOf, thingNames } from "./thing-names";

/**
 * What was changed, by whom, from what to what: the newest first. People and things come with their names; narrowed by
 * action, thing, person (words of a name or address) and time.
 */
export async function auditLog({ db, ...input }: AuditLogInput & { db: Db }) {
  const { action, entity, entityId, actorId, person, from, to, page, limit } = input;
  const people = await idsOfPeople(db, person);
  const where: Prisma.AuditEntryWhereInput = {
    ...(action && { action: { startsWith: action } }),
    entity: entity || undefined,
    entityId,
    actorId: people ? { in: people } : actorId,
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
  const [names, things] = await Promise.all([namesOfPeople(db, rows.map((row) => row.actorId)), thingNames(db, rows)]);
  const items = rows.map((row) => ({
    ...row,
    actorName: row.actorId && (names.get(row.actorId) ?? "A deleted account"),
    /** How people call the thing; null where it has no name, or is gone. */
    entityName: things.get(keyOf(row)) ?? null,
  }));
  return pageOf({ items, counted, page, limit });
}
