import { describe, expect, it, vi } from "vitest";
import { unpackSeat } from "~/domain/seating/seat-packing";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { anotherDb, testDb } from "~/test/harness/database";
import { loadAvailability } from "~/server/services/occupancy/availability-loader";

const db = testDb();
const api = callerFor(null).event;
const hour = 3_600_000;

/** Each as another process would see it: no reading of this one is in its way. */
const processes = [anotherDb(1), anotherDb(1), anotherDb(1)] as const;

describe("event.seatAvailability", () => {
  it("packs two bits a seat; a hold past its time is free, whether or not a job has run", async () => {
    const { event, seats } = await makeEvent(db);
    const buyer = await makeUser(db);
    const put = (index: number, data: object) => db.seat.update({ where: { id: seats[index]!.id }, data });
    await put(1, { status: "HELD", heldBy: buyer.id, heldUntil: new Date(Date.now() + hour) });
    await put(2, { status: "HELD", heldBy: buyer.id, heldUntil: new Date(Date.now() - 1_000) });
    await put(4, { status: "BOOKED" });
    await put(49, { status: "BLOCKED" });
    const found = await api.seatAvailability({ eventId: event.id });
    expect(found).toMatchObject({ planHash: event.planHash, seatCount: 50 });
    const bytes = Buffer.from(found.packed, "base64");
    expect(bytes).toHaveLength(13);
    const states = seats.map((seat) => unpackSeat(bytes, seat.ordinal));
    expect([states[0], states[1], states[2], states[4], states[49]]).toEqual([
      "AVAILABLE",
      "HELD",
      "AVAILABLE",
      "BOOKED",
      "BLOCKED",
    ]);
    expect(states.filter((state) => state !== "AVAILABLE")).toHaveLength(3);
  });

  it("changes its etag when, and only when, a seat changes", async () => {
    const { event, seats } = await makeEvent(db);
    const read = async (index: 0 | 1 | 2) =>
      (await loadAvailability({ db: processes[index], eventId: event.id }))!.etag;
    const before = await read(0);
    expect(await read(1)).toBe(before);
    await db.seat.update({ where: { id: seats[0]!.id }, data: { status: "BOOKED" } });
    expect(await read(2)).not.toBe(before);
  });

  it("reads the database once for all who ask within 300 ms", async () => {
    const { event, seats } = await makeEvent(db);
    let clockMs = 0;
    vi.spyOn(performance, "now").mockImplementation(() => clockMs);
    const reads = vi.spyOn(db, "$queryRaw");
    const eventId = event.id;
    const ask = () => api.seatAvailability({ eventId });
    const answers = await Promise.all(Array.from({ length: 200 }, ask));
    expect(new Set(answers.map((answer) => answer.etag)).size).toBe(1);
    await db.seat.update({ where: { id: seats[0]!.id }, data: { status: "BOOKED" } });
    clockMs = 299;
    expect((await ask()).etag).toBe(answers[0]!.etag);
    expect(reads).toHaveBeenCalledTimes(1);
    clockMs = 300;
    expect((await ask()).etag).not.toBe(answers[0]!.etag);
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it("answers NOT_FOUND for what is not there", async () => {
    await expect(api.seatAvailability({ eventId: "nothing" })).rejects.toMatchObject({
      cause: { code: "NOT_FOUND" },
    });
  });
});

describe("event.seatLayout", () => {
  it("lists every seat once, as the rows in the database say", async () => {
    const { event, seats } = await makeEvent(db, {
      sections: [
        { name: "Stalls", rowCount: 2, seatsPerRow: 3 },
        { name: "Balcony", rowCount: 1, seatsPerRow: 2, priceMultiplierBps: 15_000 },
      ],
    });
    const layout = await api.seatLayout({ eventId: event.id });
    expect(layout.planHash).toBe(event.planHash);
    const listed = layout.sections.flatMap((section) =>
      section.rows.flatMap((row) =>
        row.seats.map((seat) => ({
          id: seat.id,
          ordinal: seat.ordinal,
          sectionId: section.id,
          rowLabel: row.label,
          seatLabel: seat.label,
          pricePaise: section.pricePaise,
        })),
      ),
    );
    expect(listed).toEqual(
      seats.map(({ id, ordinal, sectionId, rowLabel, seatLabel, pricePaise }) => ({
        id,
        ordinal,
        sectionId,
        rowLabel,
        seatLabel,
        pricePaise,
      })),
    );
    expect(layout.sections[0]!.rows[0]!.seats[1]).toMatchObject({ x: 10, y: 0, flags: 0 });
  });
});
