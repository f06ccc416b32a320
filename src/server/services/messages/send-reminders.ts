import { formatTime, formatWhen } from "~/lib/dates";
import { databaseNow } from "~/server/db/clock";
import type { Db } from "~/server/db/db";
import { eachRow } from "../each-row";
import { reminderTimes, type ReminderType } from "~/domain/reminder-times";
import { tellTicketHolders } from "./tell-ticket-holders";

const types: readonly ReminderType[] = ["reminder-day", "reminder-hours"];

/**
 * Reminds ticket holders a day and two hours before an event begins: once each, and again where it was moved. Who
 * bought later than a reminder is due is not reminded of what they just did; nor is anybody after a time of standstill,
 * where the moment for it has passed.
 */
export async function sendReminders(input: { db: Db; now?: Date }): Promise<{ events: number; reminded: number }> {
  const { db, now = await databaseNow(db) } = input;
  let [events, reminded] = [0, 0];
  for (const type of types) {
    const { fromMs, untilMs } = reminderTimes[type];
    const due = await db.event.findMany({
      where: { status: "PUBLISHED", startsAt: { gt: new Date(now.getTime() + untilMs), lte: new Date(now.getTime() + fromMs) } },
      orderBy: { startsAt: "asc" },
      select: { id: true, title: true, startsAt: true, venue: { select: { name: true, city: true, timeZone: true } } },
    });
    const run = async ({ id, title, startsAt, venue }: (typeof due)[number]) => {
      const words =
        type === "reminder-day"
          ? { title: `${title} is soon`, body: `It begins ${formatWhen(startsAt, venue, now)}, at ${venue.name}. Your tickets are ready.` }
          : { title: `${title} begins at ${formatTime(startsAt, venue)}`, body: `See you at ${venue.name}, ${venue.city}. Have your tickets at hand.` };
      events += 1;
      reminded += await tellTicketHolders({
        db,
        news: {
          eventId: id,
          type,
          ...words,
          leadsTo: "tickets",
          key: startsAt.toISOString(),
          preference: "reminders",
          confirmedBefore: new Date(startsAt.getTime() - fromMs),
        },
      });
    };
    await eachRow({ db, work: type, rows: due, idOf: ({ id }) => id, run });
  }
  return { events, reminded };
}
