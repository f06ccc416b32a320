import type { AuditAction } from "~/domain/audit-words";
import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { AppError, notFound } from "~/domain/errors";
import { mayManageEvent, mayOrganize, type Actor } from "~/domain/permissions";
import type { createWebhookInput, updateWebhookInput } from "~/schemas/api-access";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";

const MOST_ENDPOINTS = 20;
/** Hours that a former secret goes on signing beside the new one. */
const FORMER_HOURS = 24;

export function newSecret(): string {
  return `whsec_${randomBytes(24).toString("base64")}`;
}

type By = { db: Db; actor: Actor };

/**
 * Adds an endpoint. Its secret is shown to whoever may see the endpoint: receivers need it.
 * @throws AppError FORBIDDEN, NOT_FOUND (another's event), INVALID_INPUT
 */
export async function createWebhook({ db, actor, input }: By & { input: z.infer<typeof createWebhookInput> }) {
  if (!mayOrganize(actor)) throw new AppError("FORBIDDEN", "Webhooks are for organizers.");
  const { eventId = null, url, types } = input;
  return transaction(db, async (tx) => {
    if (eventId) {
      const event = await tx.event.findUnique({ where: { id: eventId }, select: { organizerId: true } });
      if (!event || !mayManageEvent(actor, event)) throw notFound("event");
    }
    const count = await tx.webhookEndpoint.count({ where: { userId: actor.id } });
    if (count >= MOST_ENDPOINTS) throw new AppError("INVALID_INPUT", `You have ${MOST_ENDPOINTS} webhooks already.`);
    const data = { userId: actor.id, eventId, url, types: [...new Set(types)] };
    const made = await tx.webhookEndpoint.create({ data: { ...data, secret: newSecret() }, select: { id: true, secret: true } });
    await audit(tx, { actor, action: "webhook.create", entity: "webhook", entityId: made.id, after: data });
    return made;
  });
}

/** One's endpoints, the newest first, with what waits for each. */
export async function listWebhooks({ db, actor }: By) {
  const rows = await db.webhookEndpoint.findMany({
    where: { userId: actor.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true, url: true, types: true, secret: true, formerSecretUntil: true, disabledAt: true, disabledReason: true, createdAt: true,
      event: { select: { id: true, title: true } },
      _count: { select: { deliveries: { where: { status: "PENDING" } } } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, waiting: _count.deliveries }));
}

/**
 * Changes what is given; `enabled` switches it on again after it was disabled.
 * @throws AppError NOT_FOUND where it is another's
 */
export async function updateWebhook({ db, actor, input }: By & { input: z.infer<typeof updateWebhookInput> }) {
  const { id, enabled, ...fields } = input;
  const switched =
    enabled === undefined
      ? {}
      : enabled
        ? { disabledAt: null, disabledReason: null }
        : { disabledAt: new Date(), disabledReason: "Switched off by its owner." };
  return change({ db, actor, id, action: "webhook.update", after: input }, (tx) =>
    tx.webhookEndpoint.update({ where: { id }, data: { ...fields, ...switched }, select: { id: true } }),
  );
}

/** A new secret; the former one signs beside it for a day, so that no message fails while receivers change over. */
export async function rotateSecret({ db, actor, id, now = new Date() }: By & { id: string; now?: Date }) {
  return change({ db, actor, id, action: "webhook.rotateSecret" }, async (tx) => {
    const { secret: formerSecret } = await tx.webhookEndpoint.findUniqueOrThrow({ where: { id }, select: { secret: true } });
    const formerSecretUntil = new Date(now.getTime() + FORMER_HOURS * 3_600_000);
    const data = { secret: newSecret(), formerSecret, formerSecretUntil };
    return tx.webhookEndpoint.update({ where: { id }, data, select: { id: true, secret: true } });
  });
}

export async function removeWebhook({ db, actor, id }: By & { id: string }) {
  return change({ db, actor, id, action: "webhook.remove" }, (tx) => tx.webhookEndpoint.delete({ where: { id }, select: { id: true } }));
}

type Change = By & { id: string; action: AuditAction; after?: object };

async function change<T>({ db, actor, id, action, after }: Change, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, async (tx) => {
    await ownWebhook(tx, actor, id);
    const result = await work(tx);
    await audit(tx, { actor, action, entity: "webhook", entityId: id, after });
    return result;
  });
}

/** @throws AppError NOT_FOUND where it is another's */
export async function ownWebhook(tx: Pick<Tx, "webhookEndpoint">, actor: Actor, id: string) {
  const endpoint = await tx.webhookEndpoint.findUnique({ where: { id } });
  if (endpoint?.userId !== actor.id) throw notFound("webhook");
  return endpoint;
}
