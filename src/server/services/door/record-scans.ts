import { randomUUID } from "node:crypto";
import { busy } from "~/domain/errors";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import type { OpenDoor } from "./open-door";
import { readScan, type Scan } from "./read-scan";
import { inTurn } from "./in-turn";
import { DoorBooks, type ScanAnswer } from "./door-books";
import { lockTickets, readKnown, readInsiders, readLoneExits, writeBooks } from "./door-rows";

type Request = { db: Db; door: OpenDoor; scans: readonly Scan[] };

const DEADLINE_MS = 5_000;

/**
 * Writes scans down, each (device, sequence) once, and answers them in the order they came. What was written before
 * is answered as it was; where the device meanwhile says what it told the person, the books follow what happened.
 * @throws AppError BUSY
 */
export async function recordScans({ db, door, scans }: Request): Promise<ScanAnswer[]> {
  if (scans.length === 0) return [];
  return inTurn(door.event.id, (waitedMs) => recordNow({ db, door, scans }, DEADLINE_MS - waitedMs));
}

async function recordNow({ db, door, scans }: Request, leftMs: number): Promise<ScanAnswer[]> {
  if (leftMs <= 0) throw busy("many scans of this event in line");
  for (let attempt = 0; ; attempt++) {
    try {
      return await transaction(db, (tx) => record(tx, door, scans), { deadlineMs: leftMs });
    } catch (error) {
      // The same scan on another connection was quicker: now it is known.
      if (attempt === 3 || (error as { code?: string }).code !== "P2002") throw error;
    }
  }
}

async function record(tx: Tx, door: OpenDoor, scans: readonly Scan[]): Promise<ScanAnswer[]> {
  const read = new Map(scans.map((scan) => [scan.seq, readScan(scan.code)]));
  const known = await readKnown(tx, door.device.id, [...read.keys()]);
  const isKnown = new Set(known.map(({ seq }) => seq));
  const inOrder = [...scans].sort((a, b) => a.seq - b.seq);
  const enter = async (some: readonly Scan[]) => {
    if (some.length === 0) return [];
    const ids = [...some.map(({ seq }) => read.get(seq)!), ...known].flatMap(({ itemId }) => itemId ?? []);
    const tickets = await lockTickets(tx, [...new Set(ids)]);
    const insiders = await readInsiders(tx, tickets);
    // Only what a phone has told can be late.
    const late = some.filter(({ told }) => told === "OK").flatMap(({ seq }) => read.get(seq)!.itemId ?? []);
    const loneExits = late.length === 0 ? [] : await readLoneExits(tx, late);
    const books = new DoorBooks({ door, tickets, insiders, known, loneExits, newId: randomUUID });
    const answers = some.map((scan) => books.enter(scan, read.get(scan.seq)!));
    await writeBooks(tx, books);
    return answers;
  };
  // What was told of earlier scans puts the books right before the new ones are judged.
  const corrected = await enter(inOrder.filter(({ seq }) => isKnown.has(seq)));
  return [...corrected, ...(await enter(inOrder.filter(({ seq }) => !isKnown.has(seq))))];
}
