import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/permissions";
import { makeEvent, makeUser } from "~/test/factories";
import { anotherDb, testDb } from "~/test/harness/database";
import { holdBest } from "./hold-best";
import { holdSeats } from "./hold-seats";

const db = testDb();
const other = anotherDb();
let asha: Actor;

beforeEach(async () => {
  asha = await makeUser(db);
});

const sections = [
  { name: "Stalls", rowCount: 2, seatsPerRow: 8, priceMultiplierBps: 20_000 },
  { name: "Balcony", rowCount: 2, seatsPerRow: 8 },
];

async function hall(fields: object = {}) {
  const { event, seats, venue } = await makeEvent(db, { sections, basePricePaise: 50_000, ...fields });
  const nameOf = new Map(seats.map((seat) => [seat.id, `${seat.sectionId === venue.sections[0]?.id ? "S" : "B"}-${seat.rowLabel}${seat.seatLabel}`]));
  const names = (ids: string[]) => ids.map((id) => nameOf.get(id)).sort();
  return { eventId: event.id, seats, venue, names };
}

describe("holdBest", () => {
  it("holds the best together, within a section, a price", async () => {
    const { eventId, venue, names } = await hall();
    const best = await holdBest({ db, actor: asha, eventId, count: 2 });
    expect(names(best.seatIds)).toEqual(["S-A4", "S-A5"]);
    const biju = await makeUser(db);
    const cheap = await holdBest({ db, actor: biju, eventId, count: 2, maxPricePaise: 50_000 });
    expect(names(cheap.seatIds)).toEqual(["B-A4", "B-A5"]);
    const chitra = await makeUser(db);
    const inBalcony = await holdBest({ db, actor: chitra, eventId, count: 3, sectionId: venue.sections[1]?.id });
    expect(names(inBalcony.seatIds).every((name) => name?.startsWith("B-"))).toBe(true);
  });

  it("refuses what there is not: so many together, a section, an event, more than six", async () => {
    const { eventId } = await hall({ sections: [{ name: "Box", rowCount: 1, seatsPerRow: 3 }] });
    await expect(holdBest({ db, actor: asha, eventId, count: 4 })).rejects.toMatchObject({ code: "SEAT_TAKEN" });
    await expect(holdBest({ db, actor: asha, eventId, count: 1, sectionId: "none" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(holdBest({ db, actor: asha, eventId: "none", count: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const big = await hall();
    await expect(holdBest({ db, actor: asha, eventId: big.eventId, count: 7 })).rejects.toMatchObject({ code: "SEAT_LIMIT" });
  });

  it("gives a crowd different seats, all of them together, and oversells none", async () => {
    const { eventId, seats } = await hall({ sections: [{ name: "Floor", rowCount: 10, seatsPerRow: 20 }] });
    const buyers = Array.from({ length: 40 }, (_, i) => ({ id: `buyer-${i}`, role: "USER" as const }));
    const results = await Promise.allSettled(
      buyers.map((actor, i) => holdBest({ db: i % 2 ? db : other, actor, eventId, count: 2 })),
    );
    const got = results.filter((result) => result.status === "fulfilled").map((result) => result.value.seatIds);
    const ordinal = new Map(seats.map((seat) => [seat.id, seat.ordinal]));
    expect(got.length).toBeGreaterThan(20);
    expect(new Set(got.flat()).size).toBe(got.length * 2);
    for (const pair of got) expect(Math.abs(ordinal.get(pair[0]!)! - ordinal.get(pair[1]!)!)).toBe(1);
    const refused = results.filter((result) => result.status === "rejected").map((result) => (result.reason as { code: string }).code);
    expect(refused.every((code) => code === "BUSY")).toBe(true);
  });
});

describe("the orphan rule at the door", () => {
  const pick = (eventId: string, ids: string[]) => holdSeats({ db, actor: asha, eventId, seatIds: ids });

  it("refuses a choice that strands a seat, and names it, where the event asks for it", async () => {
    const { eventId, seats } = await hall({ orphanRule: "REFUSE" });
    const row = seats.map((seat) => seat.id);
    await expect(pick(eventId, [row[1]!, row[2]!])).rejects.toMatchObject({
      code: "ORPHAN_SEAT",
      userMessage: "That would leave A1 alone. Please move along by one seat.",
      facts: { orphans: [row[0]] },
    });
    expect((await pick(eventId, [row[0]!, row[1]!])).seatIds).toHaveLength(2);
  });

  it.each(["OFF", "WARN"] as const)("lets it through where the rule is %s", async (orphanRule) => {
    const { eventId, seats } = await hall({ orphanRule });
    expect((await pick(eventId, [seats[1]!.id, seats[2]!.id])).seatIds).toHaveLength(2);
  });

  it("lets it through where no other choice of that size exists", async () => {
    const { eventId, seats } = await hall({ orphanRule: "REFUSE", sections: [{ name: "Box", rowCount: 1, seatsPerRow: 3 }] });
    expect((await pick(eventId, [seats[0]!.id, seats[1]!.id])).seatIds).toHaveLength(2);
  });
});
