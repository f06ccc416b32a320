import { describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "../factories";
import { consoleErrors } from "./console-errors";
import { anotherDb, testDb } from "./database";

const db = testDb();
const other = anotherDb();

describe("the test harness", () => {
  it("makes an event with its seats in order", async () => {
    const { event, seats } = await makeEvent(db, {
      sections: [
        { name: "Stalls", rowCount: 2, seatsPerRow: 3 },
        { name: "Balcony", rowCount: 1, seatsPerRow: 2, priceMultiplierBps: 15_000 },
      ],
    });
    expect(event.seatCount).toBe(8);
    expect(seats.map((seat) => seat.ordinal)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([event.minPricePaise, event.maxPricePaise]).toEqual([50_000, 75_000]);
    expect(seats.at(-1)).toMatchObject({ rowLabel: "A", seatLabel: "2", pricePaise: 75_000 });
  });

  it.each([1, 2])("starts each test on an empty database (%i)", async () => {
    expect(await db.user.count()).toBe(0);
    const user = await makeUser(db);
    expect(await other.user.findUnique({ where: { id: user.id } })).not.toBeNull();
  });

  it("notices console.error", () => {
    console.error("a %s", "warning");
    expect(consoleErrors.take()).toEqual(["a warning"]);
  });
});
