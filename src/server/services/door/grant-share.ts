import { ALL_PARTS, nextShare, SHARE_LEASE_MS } from "~/domain/door/share";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import type { OpenDoor } from "./open-door";

type Request = { db: Db; door: OpenDoor; held: number };

/** The device's share from now on, written down only where it changes. @throws AppError BUSY */
export async function grantShare({ db, door, held }: Request): Promise<number> {
  const now = await ask(db, door, held);
  if (now.share === held && now.granted === now.before) return held;
  return transaction(db, async (tx) => {
    const { share, granted } = await ask(tx, door, held);
    await tx.checkInDevice.update({ where: { id: door.device.id }, data: { share: granted, lastSeenAt: new Date() }, select: { id: true } });
    return share;
  });
}

async function ask(tx: Tx | Db, door: OpenDoor, held: number) {
  const devices = await tx.checkInDevice.findMany({
    where: {
      eventId: door.event.id,
      OR: [
        { id: door.device.id },
        { lastSeenAt: { gt: new Date(Date.now() - SHARE_LEASE_MS) }, link: { is: { revokedAt: null, expiresAt: { gt: new Date() } } } },
        { lastSeenAt: { gt: new Date(Date.now() - SHARE_LEASE_MS) }, userId: { not: null } },
      ],
    },
    select: { id: true, share: true },
  });
  const before = devices.find(({ id }) => id === door.device.id)?.share ?? 0;
  const others = devices.filter(({ id }) => id !== door.device.id).map(({ share }) => share);
  return { before, ...nextShare({ held: held & ALL_PARTS, granted: before, others }) };
}
