import type { Prisma } from "~/generated/prisma/client";
import type { ListUsersInput } from "~/schemas/admin";
import type { Db } from "~/server/db/db";
import { countedAtMost, pageOf } from "../counted";
import { containing, searchWords } from "../search-words";

/** People by name or mail address, the newest first. Deleted accounts are not people any more. */
export async function listUsers({ db, search, role, suspended, page, limit }: ListUsersInput & { db: Db }) {
  const where: Prisma.UserWhereInput = {
    deletedAt: null,
    role,
    ...(suspended !== undefined && { suspendedAt: suspended ? { not: null } : null }),
    AND: searchWords(search).map((word) => ({
      OR: [{ name: containing(word) }, { email: containing(word) }],
    })),
  };
  const [counted, users] = await Promise.all([
    db.user.count({ where, ...countedAtMost }),
    db.user.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
      select: { id: true, name: true, email: true, role: true, suspendedAt: true, createdAt: true, secondFactor: { select: { confirmedAt: true } } },
    }),
  ]);
  const ids = users.map((user) => user.id);
  // Not as relations of the list: those would be counted for everyone, and then joined.
  const [bookings, events] = await Promise.all([
    db.booking.groupBy({ by: ["userId"], where: { userId: { in: ids } }, _count: { _all: true } }),
    db.event.groupBy({ by: ["organizerId"], where: { organizerId: { in: ids } }, _count: { _all: true } }),
  ]);
  const bookingsOf = new Map(bookings.map((row) => [row.userId, row._count._all]));
  const eventsOf = new Map(events.map((row) => [row.organizerId, row._count._all]));
  const items = users.map((user) => ({
    ...user,
    secondFactor: Boolean(user.secondFactor?.confirmedAt),
    bookingCount: bookingsOf.get(user.id) ?? 0,
    eventCount: eventsOf.get(user.id) ?? 0,
  }));
  return pageOf({ items, counted, page, limit });
}
