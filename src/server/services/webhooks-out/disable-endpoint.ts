import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";

/** Switches an endpoint off and tells its owner, once. Its messages wait until it is switched on again. */
export async function disableEndpoint({ db, id, reason }: { db: Db; id: string; reason: string }): Promise<void> {
  await transaction(db, async (tx) => {
    const endpoint = await tx.webhookEndpoint.findUnique({ where: { id }, select: { userId: true, url: true, disabledAt: true } });
    if (!endpoint || endpoint.disabledAt) return;
    const disabledAt = new Date();
    await tx.webhookEndpoint.update({ where: { id }, data: { disabledAt, disabledReason: reason }, select: { id: true } });
    await tx.notification.create({
      data: {
        userId: endpoint.userId,
        type: "webhook-disabled",
        title: "A webhook was switched off",
        body: `${endpoint.url}: ${reason} Messages wait until you switch it on again.`,
        href: "/organizer/api",
        dedupeKey: `webhook-disabled:${id}:${disabledAt.getTime()}`,
      },
      select: { id: true },
    });
  });
}
