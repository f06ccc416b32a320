import type { Prisma } from "~/generated/prisma/client";
import type { ListUsersInput } from "~/schemas/admin";
import type { Db } from "~/server/db";
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
  const [total, items] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
      select: {
        id: true,
        name: true,
        email: true,
        role: true,
        suspendedAt: true,
        createdAt: true,
        _count: { select: { bookings: true, events: true } },
      },
    }),
  ]);
  return {
    items: items.map(({ _count, ...user }) => ({
      ...user,
      bookingCount: _count.bookings,
      eventCount: _count.events,
    })),
    total,
    page,
    pageCount: Math.ceil(total / limit),
  };
}
