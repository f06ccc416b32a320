import { randomBytes } from "node:crypto";
import { AppError, notFound } from "~/domain/errors";
import type { CheckInRole } from "~/domain/door/scan";
import { personOf, type Actor } from "~/domain/permissions";
import { env } from "~/env";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";
import { managedEvent } from "~/server/services/rights/event-rules";
import { drawQr } from "~/lib/draw-qr";
import { hashOfToken } from "./open-door";

type Base = { db: Db; actor: Actor };

/** A link's address holds the token behind the #: it reaches no server's log. */
const addressOf = (eventId: string, token: string) => `${env.APP_URL}/door/${eventId}#${token}`;

/**
 * Makes a link that turns a phone into a door of one event, until `expiresAt`. The address is shown this once: only
 * the token's digest is kept.
 * @throws AppError NOT_FOUND, FORBIDDEN, INVALID_INPUT
 */
export async function makeDoorLink({ db, actor, eventId, gate, role, expiresAt }: Base & { eventId: string; gate: string; role: CheckInRole; expiresAt: Date }) {
  await managedEvent(db, actor, eventId);
  if (expiresAt <= new Date()) throw new AppError("INVALID_INPUT", "The link must end later than now.", { field: "expiresAt" });
  const token = randomBytes(24).toString("base64url");
  const link = await transaction(db, async (tx) => {
    const made = await tx.checkInLink.create({
      data: { eventId, gate, role, expiresAt, tokenHash: hashOfToken(token), createdById: personOf(actor) },
      select: { id: true, gate: true, role: true, expiresAt: true },
    });
    await audit(tx, { actor, action: "event.makeDoorLink", entity: "event", entityId: eventId, after: { linkId: made.id, gate, role } });
    return made;
  });
  const address = addressOf(eventId, token);
  return { ...link, address, qr: drawQr(address) };
}

/**
 * Ends a link and every phone it opened, at once. Ended already: nothing happens.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function revokeDoorLink({ db, actor, linkId }: Base & { linkId: string }): Promise<{ revokedAt: Date }> {
  const link = await db.checkInLink.findUnique({ where: { id: linkId }, select: { eventId: true, revokedAt: true } });
  if (!link) throw notFound("link");
  await managedEvent(db, actor, link.eventId);
  if (link.revokedAt) return { revokedAt: link.revokedAt };
  const revokedAt = new Date();
  await transaction(db, async (tx) => {
    await tx.checkInLink.updateMany({ where: { id: linkId, revokedAt: null }, data: { revokedAt } });
    await audit(tx, { actor, action: "event.revokeDoorLink", entity: "event", entityId: link.eventId, after: { linkId } });
  });
  return { revokedAt };
}

/** An event's links, newest first, with the phones each opened. @throws AppError NOT_FOUND, FORBIDDEN */
export async function listDoorLinks({ db, actor, eventId }: Base & { eventId: string }) {
  const event = await managedEvent(db, actor, eventId);
  const links = await db.checkInLink.findMany({
    where: { eventId },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      gate: true,
      role: true,
      expiresAt: true,
      revokedAt: true,
      createdAt: true,
      devices: { orderBy: { createdAt: "asc" }, select: { id: true, lastSeenAt: true, _count: { select: { scans: true } } } },
    },
  });
  return { links, rules: { turning: event.turningCodes, paper: event.paperTickets } };
}

/** How codes behave at this event's door. @throws AppError NOT_FOUND, FORBIDDEN */
export async function setDoorRules({ db, actor, eventId, turning, paper }: Base & { eventId: string; turning: boolean; paper: boolean }) {
  const { turningCodes, paperTickets } = await managedEvent(db, actor, eventId);
  const before = { turning: turningCodes, paper: paperTickets };
  await transaction(db, async (tx) => {
    await tx.event.update({ where: { id: eventId }, data: { turningCodes: turning, paperTickets: paper }, select: { id: true } });
    await audit(tx, { actor, action: "event.setDoorRules", entity: "event", entityId: eventId, before, after: { turning, paper } });
  });
  return { turning, paper };
}
