import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";

const shown = {
  id: true,
  name: true,
  email: true,
  phone: true,
  role: true,
  emailVerifiedAt: true,
  createdAt: true,
  _count: { select: { bookings: { where: { confirmedAt: { not: null } } } } },
} as const;

type Ask = { db: Db; actor: Actor };

/** What a person sees of their own account; `bookingCount` is of bookings that were paid for. */
export async function getProfile({ db, actor }: Ask) {
  const user = await db.user.findUnique({ where: { id: actor.id }, select: shown });
  if (!user) throw notFound("account");
  const { _count, ...profile } = user;
  return { ...profile, bookingCount: _count.bookings };
}

/** Changes what is given; a phone of `null` takes it away. Answers as `getProfile`. */
export async function updateProfile({
  db,
  actor,
  input,
}: Ask & { input: { name?: string; phone?: string | null } }) {
  await db.user.update({
    where: { id: actor.id },
    data: { name: input.name, phone: input.phone },
    select: { id: true },
  });
  return getProfile({ db, actor });
}
