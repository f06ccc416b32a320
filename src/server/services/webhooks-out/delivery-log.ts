import { randomUUID } from "node:crypto";
import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { postWebhook, type PostOptions } from "~/server/gateways/webhook-post";
import { signed } from "./deliver";
import { ownWebhook } from "./keep-endpoints";

type By = { db: Db; actor: Actor };

/**
 * What was sent to one of one's endpoints, the latest first.
 * @throws AppError NOT_FOUND where it is another's
 */
export async function listDeliveries({ db, actor, id, page, limit }: By & { id: string; page: number; limit: number }) {
  await ownWebhook(db, actor, id);
  const where = { endpointId: id };
  const [total, items] = await Promise.all([
    db.webhookDelivery.count({ where }),
    db.webhookDelivery.findMany({
      where,
      orderBy: { seq: "desc" },
      skip: (page - 1) * limit,
      take: limit,
      select: {
        id: true, type: true, payload: true, status: true, attempts: true, nextAttemptAt: true, responseStatus: true, lastError: true,
        deliveredAt: true, createdAt: true,
      },
    }),
  ]);
  return { items, total, page, pageCount: Math.max(1, Math.ceil(total / limit)) };
}

/**
 * Sends a message once more, behind all that wait: with the same id, by which receivers know it.
 * @throws AppError NOT_FOUND where it is another's; INVALID_TRANSITION where it is waiting already
 */
export async function replayDelivery({ db, actor, deliveryId }: By & { deliveryId: string }) {
  const row = await db.webhookDelivery.findUnique({ where: { id: deliveryId }, select: { endpoint: { select: { userId: true } } } });
  if (row?.endpoint.userId !== actor.id) throw notFound("message");
  const replayed = await db.$executeRaw`
    UPDATE "WebhookDelivery" SET status = 'PENDING', attempts = 0, "firstAttemptAt" = NULL, "nextAttemptAt" = now(), "deliveredAt" = NULL,
           seq = nextval(pg_get_serial_sequence('"WebhookDelivery"', 'seq'))
     WHERE id = ${deliveryId} AND status <> 'PENDING'`;
  if (replayed === 0) throw new AppError("INVALID_TRANSITION", "This message is waiting to be sent already.");
  return { id: deliveryId };
}

/**
 * Sends a message of its own at once, past those that wait, and says what came of it.
 * @throws AppError NOT_FOUND where it is another's
 */
export async function testWebhook({ db, actor, id, post, now = new Date() }: By & { id: string; post?: PostOptions; now?: Date }) {
  const endpoint = await ownWebhook(db, actor, id);
  const formerSecret = endpoint.formerSecretUntil && endpoint.formerSecretUntil > now ? endpoint.formerSecret : null;
  const payload = { type: "test", timestamp: now.toISOString(), data: { message: "Aisle can reach you." } };
  const deliveryId = `msg_${randomUUID().replaceAll("-", "")}`;
  const body = JSON.stringify(payload);
  const { status, error } = await postWebhook(endpoint.url, body, signed({ secret: endpoint.secret, formerSecret }, deliveryId, now, body), post);
  await db.webhookDelivery.create({
    data: {
      id: deliveryId, endpointId: id, type: "test", payload, attempts: 1, firstAttemptAt: now, responseStatus: status, lastError: error,
      ...(error ? { status: "FAILED" as const } : { status: "DELIVERED" as const, deliveredAt: now }),
    },
    select: { id: true },
  });
  return { delivered: !error, status, error };
}
