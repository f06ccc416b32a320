import { looksLikeApiKey, type ApiScope } from "~/domain/api-key";
import type { Actor, Role } from "~/domain/permissions";
import { env } from "~/env";
import type { Db } from "~/server/db/db";
import { noteSecurity } from "../security/note";
import { hashOfKey } from "./keep-keys";

const USED_EVERY_MS = 60_000;
/** Of a key that is in use all day the security log has a row an hour. */
const TOLD_EVERY_MS = 3_600_000;

export type KeyHolder = { keyId: string; actor: Actor; scopes: ReadonlySet<ApiScope>; eventId: string | null };

type Row = { id: string; userId: string; role: Role; scopes: ApiScope[]; eventId: string | null; lastUsedAt: Date | null };

/**
 * Whose key it is and what it may do, or null: there is none, it was revoked or has run out, or its owner may no longer
 * organize. Read at each call, by the hash's index; notes at most once a minute that it is in use.
 */
export async function keyHolder({ db, key, ip, now = new Date() }: { db: Db; key: string; ip?: string; now?: Date }): Promise<KeyHolder | null> {
  if (!looksLikeApiKey(key)) return null;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT k.id, k."userId", u.role::text, k.scopes, k."eventId", k."lastUsedAt"
      FROM "ApiKey" k JOIN "User" u ON u.id = k."userId"
     WHERE k.hash = ${hashOfKey(key)} AND k."revokedAt" IS NULL AND (k."expiresAt" IS NULL OR k."expiresAt" > now())
       AND u.role IN ('ORGANIZER', 'ADMIN') AND u."suspendedAt" IS NULL AND u."deletedAt" IS NULL`;
  if (!row) return null;
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > USED_EVERY_MS) {
    await db.apiKey.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  if (!row.lastUsedAt || Math.floor(now.getTime() / TOLD_EVERY_MS) > Math.floor(row.lastUsedAt.getTime() / TOLD_EVERY_MS)) {
    await noteSecurity({ db, kind: "key-used", userId: row.userId, ip, facts: { keyId: row.id } });
  }
  return { keyId: row.id, actor: { id: row.userId, role: roleOf(row) }, scopes: new Set(row.scopes), eventId: row.eventId };
}

/** What is everybody's asks an admin for a second factor, and a key shows none: then it is for what is their own. */
function roleOf({ role }: Row): Role {
  return env.SECOND_FACTOR_REQUIRED && role === "ADMIN" ? "ORGANIZER" : role;
}
