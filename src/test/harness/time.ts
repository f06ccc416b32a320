import { vi } from "vitest";
import type { Db } from "~/server/db/db";

/** Moves everything a buyer holds at an event `seconds` nearer to its end, as if that time had gone by. */
export async function passTime(
  db: Db,
  who: { userId: string; eventId: string },
  seconds: number,
): Promise<void> {
  const { userId, eventId } = who;
  await db.$executeRaw`UPDATE "Seat" SET "heldUntil" = "heldUntil" - make_interval(secs => ${seconds}::float8)
                        WHERE "eventId" = ${eventId} AND "heldBy" = ${userId}`;
  await db.$executeRaw`UPDATE "SeatHold" SET "expiresAt" = "expiresAt" - make_interval(secs => ${seconds}::float8),
                                             "keptSince" = "keptSince" - make_interval(secs => ${seconds}::float8),
                                             "keptUntil" = "keptUntil" - make_interval(secs => ${seconds}::float8)
                        WHERE "eventId" = ${eventId} AND "userId" = ${userId}`;
  await db.$executeRaw`UPDATE "Booking" SET "expiresAt" = "expiresAt" - make_interval(secs => ${seconds}::float8),
                                            "holdsUntil" = "holdsUntil" - make_interval(secs => ${seconds}::float8)
                        WHERE "eventId" = ${eventId} AND "userId" = ${userId} AND status = 'PENDING'`;
}

/** The browser's clock runs so many seconds ahead from now on, until the test ends: what counts down is that much nearer. */
export function skipAhead(seconds: number): void {
  const now = Date.now.bind(Date);
  vi.spyOn(Date, "now").mockImplementation(() => now() + seconds * 1_000);
}

/** What a countdown from ten minutes shows soon after, on a busy machine too. */
export const NEARLY_TEN_MINUTES = /^(10:00|0[6-9]:[0-5]\d)$/;
