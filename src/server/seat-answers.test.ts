import { describe, expect, it } from "vitest";
import { fromWire } from "~/domain/seating/layout-wire";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { setTimes } from "~/test/harness/patience";
import { makeEvent, makeUser } from "~/test/factories";
import { answerAvailability, answerLayout } from "./seat-answers";

const db = testDb();
const request = (headers: Record<string, string> = {}) => new Request("http://aisle.test/", { headers });

describe("availability over HTTP", () => {
  it("says what event.seatAvailability says, and may be cached for a second", async () => {
    const { event } = await makeEvent(db);
    const response = await answerAvailability(request(), { db, eventId: event.id });
    expect(response.headers.get("cache-control")).toBe("public, s-maxage=1, stale-while-revalidate=5");
    expect(await response.json()).toEqual(
      await callerFor(null).event.seatAvailability({ eventId: event.id }),
    );
  });

  it("answers 304 to who has it, and anew once a seat moved", async () => {
    setTimes({ availabilityMs: 0 });
    const [{ event, seats }, buyer] = [await makeEvent(db), await makeUser(db)];
    const first = await answerAvailability(request(), { db, eventId: event.id });
    const etag = first.headers.get("etag")!;
    const again = await answerAvailability(request({ "if-none-match": `"x", W/${etag}` }), {
      db,
      eventId: event.id,
    });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);

    await callerFor(buyer).seatLock.hold({ eventId: event.id, seatIds: [seats[3]!.id] });
    const moved = await answerAvailability(request({ "if-none-match": etag }), { db, eventId: event.id });
    expect(moved.status).toBe(200);
    expect(moved.headers.get("etag")).not.toBe(etag);
  });

  it("knows nothing of drafts and of events that are none", async () => {
    const { event } = await makeEvent(db, { status: "DRAFT" });
    for (const eventId of [event.id, "nothing"]) {
      const response = await answerAvailability(request(), { db, eventId });
      expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
    }
  });
});

describe("the layout over HTTP", () => {
  it("unpacks to what event.seatLayout says, under an address for a year", async () => {
    const { event } = await makeEvent(db);
    const response = await answerLayout(request(), { db, eventId: event.id, planHash: event.planHash });
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(fromWire(await response.json())).toEqual(
      await callerFor(null).event.seatLayout({ eventId: event.id }),
    );
  });

  it("is found under its own hash only, and for no draft", async () => {
    const [{ event }, draft] = [await makeEvent(db), await makeEvent(db, { status: "DRAFT" })];
    const other = await answerLayout(request(), { db, eventId: event.id, planHash: "another" });
    expect([other.status, other.headers.get("cache-control")]).toEqual([404, "no-store"]);
    const hidden = await answerLayout(request(), {
      db,
      eventId: draft.event.id,
      planHash: draft.event.planHash,
    });
    expect(hidden.status).toBe(404);
  });
});
