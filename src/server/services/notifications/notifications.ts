import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";

type Ask = { db: Db; actor: Actor };

const select = { id: true, type: true, title: true, body: true, href: true, readAt: true, createdAt: true } as const;

/** One's own notifications, the newest first, a page at a time; `unread` counts all that were not read. */
export async function listNotifications({ db, actor, unreadOnly, page, limit }: Ask & { unreadOnly: boolean; page: number; limit: number }) {
  const where = { userId: actor.id, ...(unreadOnly && { readAt: null }) };
  const [items, total, unread] = await Promise.all([
    db.notification.findMany({
      where,
      select,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
    }),
    db.notification.count({ where }),
    unreadOnly ? 0 : db.notification.count({ where: { userId: actor.id, readAt: null } }),
  ]);
  return { items, total, unread: unreadOnly ? total : unread, page, pageCount: Math.max(1, Math.ceil(total / limit)) };
}

/**
 * Marks one as read; again is no harm.
 * @throws AppError NOT_FOUND, also for another's
 */
export async function markRead({ db, actor, id }: Ask & { id: string }): Promise<{ id: string }> {
  const mine = { id, userId: actor.id };
  const { count } = await db.notification.updateMany({ where: { ...mine, readAt: null }, data: { readAt: new Date() } });
  if (count === 0 && !(await db.notification.findFirst({ where: mine, select: { id: true } }))) throw notFound("message");
  return { id };
}

/** Marks all that there are as read; `count` is how many were not. */
export async function markAllRead({ db, actor }: Ask): Promise<{ count: number }> {
  return db.notification.updateMany({ where: { userId: actor.id, readAt: null }, data: { readAt: new Date() } });
}
