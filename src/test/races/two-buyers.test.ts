import { expect, it } from "vitest";
import type { AppError } from "~/domain/errors";
import { holdSeats } from "~/server/services/sale/seats/hold-seats";
import { makeEvent, makeUser } from "~/test/factories";
import { anotherDb, testDb } from "~/test/harness/database";

const db = testDb();
const other = anotherDb();

const ROUNDS = 1_000;

it(`gives one seat to exactly one of two buyers, ${ROUNDS} times over`, async () => {
  const { event, seats } = await makeEvent(db, { sections: [{ name: "Stalls", rowCount: 20, seatsPerRow: 50 }] });
  const wins = { first: 0, second: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    // Fresh buyers each time: their ids stand for nobody in the database, a hold needs none.
    const [asha, biju] = [`asha-${round}`, `biju-${round}`].map((id) => ({ id, role: "USER" as const }));
    const seatIds = [seats[round]!.id];
    const first = () => holdSeats({ db, actor: asha!, eventId: event.id, seatIds });
    const second = () => holdSeats({ db: other, actor: biju!, eventId: event.id, seatIds });
    // By turns one of them is a little earlier.
    const sent = round % 2 ? [second(), first()].reverse() : [first(), second()];
    const results = await Promise.allSettled(sent);
    const winners = results.filter((result) => result.status === "fulfilled");
    const losers = results.filter((result) => result.status === "rejected");
    expect(winners, `round ${round}`).toHaveLength(1);
    expect((losers[0]?.reason as AppError).code, `round ${round}`).toBe("SEAT_TAKEN");
    wins[results[0]!.status === "fulfilled" ? "first" : "second"]++;
  }
  const held = await db.$queryRaw<{ holders: bigint; seats: bigint; listed: bigint }[]>`
    SELECT count(DISTINCT s."heldBy") AS holders, count(*) AS seats,
           (SELECT coalesce(sum(cardinality("seatIds")), 0) FROM "SeatHold") AS listed
      FROM "Seat" s WHERE status = 'HELD'`;
  expect(held[0]).toEqual({ holders: 1000n, seats: 1000n, listed: 1000n });
  // A race in which one side always wins is none.
  expect(Math.min(wins.first, wins.second)).toBeGreaterThan(0);
});

it("lets one buyer with many tabs have no more than six", async () => {
  const { event, seats } = await makeEvent(db);
  const actor = await makeUser(db);
  await Promise.allSettled(
    seats.slice(0, 20).map((seat, i) => holdSeats({ db: i % 2 ? db : other, actor, eventId: event.id, seatIds: [seat.id] })),
  );
  const held = await db.seat.count({ where: { heldBy: actor.id } });
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThanOrEqual(6);
});
