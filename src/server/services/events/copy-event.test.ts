import { expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb();
const DAY = 86_400_000;

it("makes a draft like another event: times that move along, seats kept from sale, nothing of what was sold", async () => {
  const organizer = await makeUser(db, { role: "ORGANIZER" });
  const startsAt = new Date(Date.now() - 3 * DAY);
  const made = await makeEvent(db, {
    organizerId: organizer.id, title: "Ghazals", subtitle: "Late show", status: "COMPLETED", cancelRefundBps: 5_000, orphanRule: "REFUSE",
    startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000), onSaleAt: new Date(startsAt.getTime() - 30 * DAY),
  });
  const [blocked, sold] = [made.seats[3]!, made.seats[4]!];
  await db.seat.update({ where: { id: blocked.id }, data: { status: "BLOCKED" } });
  await db.seat.update({ where: { id: sold.id }, data: { status: "BOOKED" } });
  const api = callerFor(organizer).event;
  const next = new Date(startsAt.getTime() + 7 * DAY);
  const copy = await api.copy({ id: made.event.id, startsAt: next });
  expect(await db.event.findUniqueOrThrow({ where: { id: copy.id } })).toMatchObject({
    status: "DRAFT", title: "Ghazals", subtitle: "Late show", organizerId: organizer.id, basePricePaise: 50_000, cancelRefundBps: 5_000,
    orphanRule: "REFUSE", startsAt: next, endsAt: new Date(next.getTime() + 7_200_000), onSaleAt: null, seatCount: made.seats.length,
  });
  const seats = await db.seat.findMany({ where: { eventId: copy.id, status: { not: "AVAILABLE" } } });
  expect(seats.map(({ status, rowLabel, seatLabel }) => [status, rowLabel, seatLabel])).toEqual([["BLOCKED", blocked.rowLabel, blocked.seatLabel]]);
  await expect(api.copy({ id: made.event.id, startsAt })).rejects.toMatchObject({ cause: { code: "INVALID_INPUT", field: "startsAt" } });
  const stranger = callerFor(await makeUser(db, { role: "ORGANIZER" })).event;
  await expect(stranger.copy({ id: made.event.id, startsAt: next })).rejects.toMatchObject({ cause: { code: "FORBIDDEN" } });
});
