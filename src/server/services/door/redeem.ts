import type { Answer, Direction } from "~/domain/door/scan";
import type { Db } from "~/server/db/db";
import { announceCheckIns } from "./announce-check-ins";
import type { ScanAnswer } from "./door-books";
import { openDoor, type DoorActor } from "./open-door";
import { recordScans } from "./record-scans";

type Request = DoorActor & {
  db: Db;
  eventId: string;
  code: string;
  /** When it was scanned, by the device's clock set right. */
  at: Date;
  /** The device's own count of its scans: the same one asked again hears the same answer. */
  deviceSeq: number;
  direction?: Direction;
  installation?: string;
};

export type Redeemed = Omit<ScanAnswer, "seq" | "result" | "seat"> & { result: Answer; seat: ScanAnswer["seat"] | null };

/**
 * One scan of a door that has network.
 * @throws AppError UNAUTHORIZED, FORBIDDEN, NOT_FOUND, BUSY
 */
export async function redeem({ db, actor, doorToken, eventId, code, at, deviceSeq, direction = "ENTRY", installation }: Request): Promise<Redeemed> {
  const door = await openDoor({ db, actor, doorToken, eventId, installation });
  const scan = { seq: deviceSeq, code, at: notAhead(at), direction };
  const answers = await recordScans({ db, door, scans: [scan] });
  await announceCheckIns({ db, door, answers });
  const { seq: _, result, seat = null, ...rest } = answers[0]!;
  return { ...rest, result: result === "ASK" || result === "NOTHING" ? ("NOT_VALID" as const) : result, seat };
}

/** A clock that runs ahead would let a ticket in tomorrow. */
export function notAhead(at: Date, now = new Date()): Date {
  return at > now ? now : at;
}

