import { AppError } from "~/domain/errors";
import type { Db } from "~/server/db/db";
import { noteSecurity } from "./note";

type Refused = { db: Db; userId: string | null; ip: string; /** A procedure or an operation. */ what: string; error: unknown };

/**
 * Notes that somebody signed in asked for what they may not do. A stranger at a closed door is everyday, and what is
 * another's is answered like what is not there: neither is noted. At most ten a minute and account, whoever insists.
 */
export async function noteRefused({ db, userId, ip, what, error }: Refused): Promise<void> {
  if (!userId || !(error instanceof AppError) || (error.code !== "FORBIDDEN" && error.code !== "SECOND_FACTOR_REQUIRED")) return;
  if (!mayNote(userId)) return;
  await noteSecurity({ db, kind: "refused", userId, ip, facts: { what, code: error.code } });
}

const MINUTE = 60_000;
const MOST = 10;
let minute = 0;
let counts = new Map<string, number>();

function mayNote(userId: string): boolean {
  const now = Math.floor(Date.now() / MINUTE);
  if (now !== minute) {
    minute = now;
    counts = new Map();
  }
  const count = (counts.get(userId) ?? 0) + 1;
  counts.set(userId, count);
  return count <= MOST;
}
