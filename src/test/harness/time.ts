import type { Db } from "~/server/db/db";

/** Moves everything a buyer holds at an event `seconds` nearer to its end, as if that time had gone by. */
export async function passTime(db: Db, who: { userId: string; eventId: string }, seconds: number): Promise<void> {
  const { userId, eventId } = who;
  await db.$executeRaw`UPDATE "Seat" SET "heldUntil" = "heldUntil" - make_interval(secs => ${seconds}::float8)
                        WHERE "eventId" = ${eventId} AND "heldBy" = ${userId}`;
  await db.$executeRaw`UPDATE "SeatHold" SET "expiresAt" = "expiresAt" - make_interval(secs => ${seconds}::float8)
                        WHERE "eventId" = ${eventId} AND "userId" = ${userId}`;
  await db.$executeRaw`UPDATE "Booking" SET "expiresAt" = "expiresAt" - make_interval(secs => ${seconds}::float8),
                                            "holdsUntil" = "holdsUntil" - make_interval(secs => ${seconds}::float8)
                        WHERE "eventId" = ${eventId} AND "userId" = ${userId} AND status = 'PENDING'`;
}
