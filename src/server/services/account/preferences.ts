import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { preferencesOf, type Preferences } from "~/domain/preferences";
import type { Db } from "~/server/db/db";

type Ask = { db: Db; actor: Actor };

/** Which messages someone wants. */
export async function getPreferences({ db, actor }: Ask): Promise<Preferences> {
  const user = await db.user.findUnique({ where: { id: actor.id }, select: { preferences: true } });
  if (!user) throw notFound("account");
  return preferencesOf(user.preferences);
}

/** Changes what is given, in one statement: two devices do not undo each other. Answers with all. */
export async function updatePreferences({ db, actor, changes }: Ask & { changes: Partial<Preferences> }): Promise<Preferences> {
  await db.$executeRaw`
    UPDATE "User" SET preferences = preferences || ${JSON.stringify(changes)}::jsonb, "updatedAt" = now() WHERE id = ${actor.id}`;
  return getPreferences({ db, actor });
}
