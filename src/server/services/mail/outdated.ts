import type { Db } from "~/server/db/db";
import { reminderTimes, type ReminderType } from "~/domain/reminder-times";
import { readPayload } from "./content";

/**
 * Why a mail that waited is overtaken by now, in words for the outbox page; null where it may leave. Only reminders are:
 * of what has begun or is too near, was moved, or of a booking that has ended. What tells of money or seats always goes.
 */
export async function outdated(input: {
  db: Db;
  row: { template: string; payload: unknown };
  now?: Date;
}): Promise<string | null> {
  const { db, row, now = new Date() } = input;
  if (!Object.hasOwn(reminderTimes, row.template)) return null;
  const { bookingId, startsAt } = readPayload(row.payload);
  const booking = await db.booking.findUnique({
    where: { id: bookingId ?? "" },
    select: { status: true, event: { select: { status: true, startsAt: true } } },
  });
  if (booking?.status !== "CONFIRMED" || booking.event.status !== "PUBLISHED") return "The booking or the event had ended.";
  if (startsAt && booking.event.startsAt.getTime() !== Date.parse(startsAt)) return "The event was moved.";
  const leftMs = booking.event.startsAt.getTime() - now.getTime();
  if (leftMs > reminderTimes[row.template as ReminderType].leavesUntilMs) return null;
  return leftMs <= 0 ? "The event had begun." : "The event was too near for this reminder.";
}
