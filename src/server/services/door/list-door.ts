import { packSeatNames } from "~/domain/door/seat-runs";
import type { Db } from "~/server/db/db";
import { ticketKeys, turningKey } from "~/server/services/tickets/ticket-keys";
import { changedTickets, currentCursor } from "./door-tickets";
import { openDoor, type DoorActor } from "./open-door";

type Request = DoorActor & { db: Db; eventId: string; installation?: string };

/**
 * All that a door needs to go on without network: the evening, its tickets as digests (no names of people), its
 * seats' names, and what codes are checked with. 50,000 tickets stay within a megabyte.
 * @throws AppError UNAUTHORIZED, FORBIDDEN, NOT_FOUND
 */
export async function listDoor({ db, actor, doorToken, eventId, installation }: Request) {
  const door = await openDoor({ db, actor, doorToken, eventId, installation });
  const { event, gate, role, until } = door;
  // The cursor before the tickets: what changes in between comes once more.
  const cursor = await currentCursor(db);
  const [tickets, seats] = await Promise.all([
    changedTickets({ db, event, cursor: null }),
    db.$queryRaw<{ ordinal: number; sectionName: string; rowLabel: string; seatLabel: string }[]>`
      SELECT s.ordinal, e.name AS "sectionName", s."rowLabel", s."seatLabel"
        FROM "Seat" s JOIN "EventSection" e ON e."eventId" = s."eventId" AND e."sectionId" = s."sectionId"
       WHERE s."eventId" = ${eventId} ORDER BY s.ordinal`,
  ]);
  return {
    event: { id: event.id, title: event.title, startsAt: event.startsAt, status: event.status, venue: event.venue },
    gate,
    role,
    until,
    cursor,
    ...tickets,
    seatNames: packSeatNames(seats),
    publicKey: ticketKeys().publicBytes.toString("base64"),
    turningKey: turningKey(eventId).toString("base64"),
    rules: { turning: event.turningCodes, paper: event.paperTickets },
    serverNow: new Date(),
  };
}
