import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarFile } from "~/domain/calendar-file";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";

const db = testDb();
const bank = testBank(db);
const startsAt = new Date("2027-06-12T14:00:00Z");

/** What another library reads in a calendar file. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const entry = calendar.getFirstSubcomponent("vevent")!;
  const zone = calendar.getFirstSubcomponent("vtimezone");
  const start = entry.getFirstPropertyValue("dtstart") as ICAL.Time;
  if (zone) start.zone = new ICAL.Timezone(zone);
  const value = (name: string) => entry.getFirstPropertyValue(name);
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: value("uid"),
    sequence: Number(value("sequence")),
    status: value("status"),
    summary: value("summary"),
    location: value("location"),
    description: value("description"),
    zone: zone?.getFirstPropertyValue("tzid") ?? null,
    at: start.toJSDate().toISOString(),
    local: start.toString(),
  };
}

describe("calendar files", () => {
  it("put an event into the venue's own time, and move it under the same name", async () => {
    const venue = await makeVenue(db, { name: "Royal, Opera; House", timeZone: "Asia/Kolkata" });
    const { event } = await makeEvent(db, { venue, startsAt, title: "Rāga\nat night" });
    const file = () => callerFor(null).ticket.eventCalendar({ id: event.id });
    const first = read((await file()).text);
    expect(first).toMatchObject({
      method: "PUBLISH",
      status: "CONFIRMED",
      zone: "Asia/Kolkata",
      at: startsAt.toISOString(),
      local: "2027-06-12T19:30:00",
      summary: "Rāga\nat night",
      location: "Royal, Opera; House, 1 Marine Drive, Mumbai",
    });
    const later = new Date("2027-06-13T14:30:00Z");
    await db.event.update({ where: { id: event.id }, data: { startsAt: later, updatedAt: new Date(Date.now() + 5_000) } });
    const second = read((await file()).text);
    expect(second).toMatchObject({ uid: first.uid, at: later.toISOString() });
    expect(second.sequence).toBeGreaterThan(first.sequence);
    await db.event.update({ where: { id: event.id }, data: { status: "CANCELLED", updatedAt: new Date(Date.now() + 9_000) } });
    const last = read((await file()).text);
    expect(last).toMatchObject({ uid: first.uid, method: "CANCEL", status: "CANCELLED" });
    expect(last.sequence).toBeGreaterThan(second.sequence);
  });

  it("know no drafts", async () => {
    const { event } = await makeEvent(db, { status: "DRAFT" });
    const asked = callerFor(await makeUser(db)).ticket.eventCalendar({ id: event.id });
    await expect(asked).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
  });

  it("name a booking's seats, and take it out again once it is cancelled", async () => {
    const sale = await makeSale(db, bank.gateway);
    const file = () => sale.api.ticket.bookingCalendar({ bookingId: sale.bookingId });
    await expect(file()).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
    await sale.buy();
    const first = read((await file()).text);
    expect(first).toMatchObject({ method: "PUBLISH", uid: `booking-${sale.bookingId}@aisle` });
    expect(first.description).toContain("Stalls A1 and Stalls A2");
    await sale.api.booking.cancel({ bookingId: sale.bookingId });
    const last = read((await file()).text);
    expect(last).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: first.uid });
    expect(last.sequence).toBeGreaterThan(first.sequence);
  });

  it.each([
    ["Europe/London", "2027-07-01T18:00:00Z", "2027-07-01T21:00:00Z", "2027-07-01T19:00:00"],
    ["America/St_Johns", "2027-01-10T18:00:00Z", "2027-01-10T21:00:00Z", "2027-01-10T14:30:00"],
    // The clocks go back in between.
    ["Europe/London", "2027-10-30T23:00:00Z", "2027-10-31T03:00:00Z", "2027-10-30T23:00:00Z"],
  ])("keep the instant in %s", (timeZone, from, to, local) => {
    const text = calendarFile({
      uid: "x",
      sequence: 0,
      title: "Ünïcode ".repeat(20),
      description: "",
      location: "",
      url: "https://shop.test/events/x",
      startsAt: new Date(from),
      endsAt: new Date(to),
      timeZone,
      changedAt: new Date(from),
      cancelled: false,
    });
    expect(read(text)).toMatchObject({ at: new Date(from).toISOString(), local });
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });
});
