import { describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
const refusal = (code: string) => ({ cause: { code } });

describe("who may manage an event", () => {
  const changes = (user: User | null, id: string, seatIds: string[]) => {
    const api = callerFor(user).event;
    return [
      () => api.update({ id, title: "Mine now" }),
      () => api.publishChecklist({ id }),
      () => api.blockSeats({ eventId: id, seatIds }),
      () => api.unblockSeats({ eventId: id, seatIds }),
      () => api.publish({ id }),
      () => api.complete({ id }),
      () => api.cancel({ id }),
    ];
  };

  it("refuses strangers, buyers and other organizers, and lets admins", async () => {
    const organizer = await makeUser(db, { role: "ORGANIZER" });
    const stranger = await makeUser(db, { role: "ORGANIZER" });
    const admin = await makeUser(db, { role: "ADMIN" });
    const buyer = await makeUser(db);
    const { event, seats } = await makeEvent(db, { organizerId: organizer.id });
    const { id: hidden } = (await makeEvent(db, { organizerId: organizer.id, status: "DRAFT" })).event;
    const seatIds = [seats[0]!.id];
    for (const change of changes(null, event.id, seatIds))
      await expect(change()).rejects.toMatchObject(refusal("UNAUTHORIZED"));
    for (const change of changes(buyer, event.id, seatIds))
      await expect(change()).rejects.toMatchObject(refusal("FORBIDDEN"));
    for (const change of changes(stranger, event.id, seatIds))
      await expect(change()).rejects.toMatchObject(refusal("FORBIDDEN"));
    // Another's draft is no secret that can be felt out.
    for (const change of changes(stranger, hidden, seatIds))
      await expect(change()).rejects.toMatchObject(refusal("NOT_FOUND"));
    expect(await db.event.findUnique({ where: { id: event.id } })).toMatchObject({
      status: "PUBLISHED",
      title: event.title,
    });
    await expect(callerFor(admin).event.update({ id: hidden, title: "By the house" })).resolves.toMatchObject(
      { status: "DRAFT" },
    );
    await expect(callerFor(admin).event.publish({ id: hidden })).resolves.toMatchObject({
      status: "PUBLISHED",
    });
  });
});
