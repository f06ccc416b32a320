import type { Db } from "~/server/db/db";
import type { ScanAnswer } from "./door-books";
import type { OpenDoor } from "./open-door";

/** Where `ticket.checked_in` leaves the house: after the commit, once a batch. Nobody listens yet. */
export async function announceCheckIns(_facts: { db: Db; door: OpenDoor; answers: readonly ScanAnswer[] }): Promise<void> {}
