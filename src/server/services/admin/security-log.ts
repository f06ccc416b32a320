import type { Prisma } from "~/generated/prisma/client";
import type { SecurityLogInput } from "~/schemas/admin";
import type { Db } from "~/server/db/db";
import { countedAtMost, pageOf } from "../counted";
import { idsOfPeople, namesOfPeople } from "./people";

/** What happened at the doors, the newest first; narrowed by kind, person (name, address or id) and time. */
export async function securityLog({ db, ...input }: SecurityLogInput & { db: Db }) {
  const { kind, person, address, from, to, page, limit } = input;
  const ids = await idsOfPeople(db, person);
  const where: Prisma.SecurityEventWhereInput = {
    kind,
    ip: address || undefined,
    ...(ids && { userId: { in: ids } }),
    at: { gte: from, lt: to },
  };
  const [counted, rows] = await Promise.all([
    db.securityEvent.count({ where, ...countedAtMost }),
    db.securityEvent.findMany({
      where,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
    }),
  ]);
  const names = await namesOfPeople(db, rows.map((row) => row.userId));
  const items = rows.map((row) => ({ ...row, person: row.userId && (names.get(row.userId) ?? "A deleted account") }));
  return pageOf({ items, counted, page, limit });
}
