import { createHash } from "node:crypto";
import { customAlphabet } from "nanoid";
import type { z } from "zod";
import { BASE62, formatApiKey, KEY_RANDOM_SIGNS } from "~/domain/api-key";
import { AppError, notFound } from "~/domain/errors";
import { mayManageEvent, mayOrganize, type Actor } from "~/domain/permissions";
import type { createApiKeyInput } from "~/schemas/api-access";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";
import { noteSecurity } from "../security/note";

/** Keys that hold, for one organizer, at most. */
const MOST_KEYS = 50;
const randomSigns = customAlphabet(BASE62, KEY_RANDOM_SIGNS);

export function hashOfKey(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

type Create = { db: Db; actor: Actor; ip?: string; input: z.infer<typeof createApiKeyInput>; now?: Date };

/**
 * Makes a key. `key` is shown this once: nothing but its SHA-256 is kept.
 * @throws AppError FORBIDDEN, NOT_FOUND (another's event), INVALID_INPUT (too many keys)
 */
export async function createApiKey({ db, actor, ip, input, now = new Date() }: Create) {
  if (!mayOrganize(actor)) throw new AppError("FORBIDDEN", "API keys are for organizers.");
  const { eventId = null, expiresInDays, name } = input;
  const key = formatApiKey(randomSigns());
  const data = {
    userId: actor.id,
    name,
    eventId,
    scopes: [...new Set(input.scopes)],
    hint: `${key.slice(0, 10)}…${key.slice(-4)}`,
    hash: hashOfKey(key),
    expiresAt: expiresInDays ? new Date(now.getTime() + expiresInDays * 86_400_000) : null,
  };
  const made = await transaction(db, async (tx) => {
    if (eventId) {
      const event = await tx.event.findUnique({ where: { id: eventId }, select: { organizerId: true } });
      if (!event || !mayManageEvent(actor, event)) throw notFound("event");
    }
    const held = await tx.apiKey.count({ where: { userId: actor.id, revokedAt: null } });
    if (held >= MOST_KEYS) throw new AppError("INVALID_INPUT", `You have ${MOST_KEYS} keys already. Revoke one that you no longer use.`);
    const { id } = await tx.apiKey.create({ data, select: { id: true } });
    const { hash: _, ...after } = data;
    await audit(tx, { actor, action: "apiKey.create", entity: "apiKey", entityId: id, after });
    return { id, key, hint: data.hint, expiresAt: data.expiresAt };
  });
  await noteSecurity({ db, kind: "key-made", userId: actor.id, ip, facts: { keyId: made.id } });
  return made;
}

/** One's keys, the newest first; those that were revoked or have run out, too. */
export function listApiKeys({ db, actor }: { db: Db; actor: Actor }) {
  return db.apiKey.findMany({
    where: { userId: actor.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
    select: {
      id: true,
      name: true,
      hint: true,
      scopes: true,
      expiresAt: true,
      lastUsedAt: true,
      revokedAt: true,
      createdAt: true,
      event: { select: { id: true, title: true } },
    },
  });
}

/**
 * Ends a key at once; ending it twice is no error.
 * @throws AppError NOT_FOUND where it is another's
 */
export async function revokeApiKey({ db, actor, id, ip }: { db: Db; actor: Actor; id: string; ip?: string }) {
  const ended = await transaction(db, async (tx) => {
    const key = await tx.apiKey.findUnique({ where: { id }, select: { userId: true, revokedAt: true } });
    if (key?.userId !== actor.id) throw notFound("key");
    if (key.revokedAt) return { id };
    await tx.apiKey.update({ where: { id }, data: { revokedAt: new Date() }, select: { id: true } });
    await audit(tx, { actor, action: "apiKey.revoke", entity: "apiKey", entityId: id });
    return { id };
  });
  await noteSecurity({ db, kind: "key-revoked", userId: actor.id, ip, facts: { keyId: id } });
  return ended;
}
