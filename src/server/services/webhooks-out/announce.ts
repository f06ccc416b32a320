import type { WebhookType } from "~/domain/webhook-types";
import type { Tx } from "~/server/db/db";

/**
 * Tells every endpoint that wants to hear of it, in the transaction that decided it; the messages leave after the
 * commit. Triggers do so by themselves for what happens to bookings, refunds, events and `BookingItem.checkedInAt`
 * (prisma/migrations/20261124190400_api): call this for what they cannot see.
 */
export async function announce(
  tx: Pick<Tx, "$executeRaw">,
  { eventId, type, data }: { eventId: string; type: WebhookType; data: Record<string, unknown> },
): Promise<void> {
  await tx.$executeRaw`SELECT announce_webhook(${eventId}, ${type}, ${JSON.stringify(data)}::jsonb)`;
}
