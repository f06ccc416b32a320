import type { Db } from "~/server/db/db";
import { announceCheckIns } from "./announce-check-ins";
import { conflictsOf } from "./conflicts";
import { changedTickets, currentCursor } from "./door-tickets";
import { doorFigures } from "./door-figures";
import { grantShare } from "./grant-share";
import { openDoor, type DoorActor } from "./open-door";
import type { Scan } from "./read-scan";
import { recordScans } from "./record-scans";
import { notAhead } from "./redeem";

type Request = DoorActor & {
  db: Db;
  eventId: string;
  installation?: string;
  /** Where the device stands, from its last answer. */
  cursor: string;
  /** Scans that it has not heard to be written down. */
  scans: readonly Scan[];
  /** Its share as it believes. */
  share: number;
  /** Whether it shows figures now. */
  figures: boolean;
};

/**
 * A device's word every few seconds: its scans in, everybody's changes out. `reset`: the cursor is none of this
 * database (it was restored); the list must be fetched anew.
 * @throws AppError UNAUTHORIZED, FORBIDDEN, NOT_FOUND, BUSY
 */
export async function syncDoor({ db, actor, doorToken, eventId, installation, cursor, scans, share: held, figures }: Request) {
  const door = await openDoor({ db, actor, doorToken, eventId, installation });
  const answers = await recordScans({ db, door, scans: scans.map((scan) => ({ ...scan, at: notAhead(scan.at) })) });
  await announceCheckIns({ db, door, answers });
  const next = await currentCursor(db);
  const reset = BigInt(cursor) > BigInt(next);
  const [changes, share, conflicts, counted] = await Promise.all([
    reset ? { count: 0, packed: "" } : changedTickets({ db, event: door.event, cursor }),
    grantShare({ db, door, held }),
    conflictsOf({ db, eventId }),
    figures ? doorFigures({ db, eventId }) : null,
  ]);
  const { status, turningCodes: turning, paperTickets: paper } = door.event;
  return { answers, reset, cursor: next, ...changes, share, conflicts, figures: counted, status, rules: { turning, paper }, serverNow: new Date() };
}
