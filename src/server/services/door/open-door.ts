import { createHash } from "node:crypto";
import { AppError, notFound } from "~/domain/errors";
import type { CheckInRole } from "~/domain/door/scan";
import { mayManageEvent, personOf, type Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";

/** What a phone of a link shows of itself: the link's token, and what its browser calls itself. */
export type DoorToken = { token: string; installation: string };

/** Who asks: a signed-in person, a phone with a link, or both; the link counts first. */
export type DoorActor = { actor: Actor | null; doorToken: DoorToken | null };

const SEEN_EVERY_MS = 10_000;

const eventFields = {
  id: true,
  serial: true,
  title: true,
  slug: true,
  status: true,
  startsAt: true,
  organizerId: true,
  turningCodes: true,
  paperTickets: true,
  planHash: true,
  venue: { select: { name: true, timeZone: true } },
} as const;

type Ask = DoorActor & { db: Db; eventId: string; installation?: string };

/**
 * The door that asks, with its event: the device is noted when it comes for the first time.
 * @throws AppError UNAUTHORIZED where the link is over, revoked or of another event; FORBIDDEN, NOT_FOUND
 */
export async function openDoor({ db, actor, doorToken, eventId, installation = "" }: Ask) {
  const event = await db.event.findUnique({ where: { id: eventId }, select: eventFields });
  if (doorToken) {
    const link = await linkOf(db, doorToken.token, eventId);
    if (!link || !event) throw new AppError("UNAUTHORIZED", "This link does not open this door any more. Ask the organizer for a new one.");
    const owner = { linkId: link.id, userId: null, gate: link.gate };
    const device = await deviceOf(db, eventId, owner, doorToken.installation);
    return { event, device, gate: link.gate, role: link.role as CheckInRole, until: link.expiresAt };
  }
  if (!event || (event.status === "DRAFT" && !(actor && mayManageEvent(actor, event)))) throw notFound("event");
  if (!actor || !mayManageEvent(actor, event)) throw new AppError("FORBIDDEN", "This door is another organizer's.");
  const device = await deviceOf(db, eventId, { linkId: null, userId: personOf(actor), gate: "Organizer" }, installation);
  return { event, device, gate: device.gate, role: "SUPERVISOR" as CheckInRole, until: null };
}

export type OpenDoor = Awaited<ReturnType<typeof openDoor>>;

/** By what a link's token is kept. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

async function linkOf(db: Db, token: string, eventId: string) {
  const link = await db.checkInLink.findUnique({
    where: { tokenHash: hashOfToken(token) },
    select: { id: true, eventId: true, gate: true, role: true, expiresAt: true, revokedAt: true },
  });
  return link && link.eventId === eventId && !link.revokedAt && link.expiresAt > new Date() ? link : null;
}

type Owner = { linkId: string | null; userId: string | null; gate: string };

async function deviceOf(db: Db, eventId: string, owner: Owner, installation: string) {
  const where = { eventId, linkId: owner.linkId, userId: owner.userId, installation };
  const select = { id: true, gate: true, share: true, lastSeenAt: true } as const;
  let device = await db.checkInDevice.findFirst({ where, select });
  if (!device) {
    await db.checkInDevice.createMany({ data: { ...where, gate: owner.gate }, skipDuplicates: true });
    device = await db.checkInDevice.findFirstOrThrow({ where, select });
  }
  if (Date.now() - device.lastSeenAt.getTime() > SEEN_EVERY_MS)
    await db.checkInDevice.update({ where: { id: device.id }, data: { lastSeenAt: new Date() }, select: { id: true } });
  return device;
}
