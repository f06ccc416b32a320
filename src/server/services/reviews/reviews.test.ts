import { beforeEach, describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
const hour = 3_600_000;
const refusal = (code: string) => ({ cause: { code } });
let organizer: User;
let buyer: User;
let eventId: string;

beforeEach(async () => {
  organizer = await makeUser(db, { role: "ORGANIZER" });
  buyer = await makeUser(db, { name: "Asha" });
  const { event } = await makeEvent(db, { organizerId: organizer.id, startsAt: new Date(Date.now() - hour) });
  eventId = event.id;
});

async function book(user: User, status: "CONFIRMED" | "CANCELLED" | "EXPIRED" = "CONFIRMED", of = eventId) {
  await db.booking.create({
    data: {
      bookingNumber: `AIS-${user.id}-${of}`,
      userId: user.id,
      eventId: of,
      status,
      seatCount: 1,
      subtotalPaise: 1_000,
      taxPaise: 180,
      totalPaise: 1_180,
      expiresAt: new Date(),
      holdsUntil: new Date(),
      confirmedAt: new Date(),
      policy: {},
    },
  });
}

describe("review.upsert", () => {
  it("takes one review of who was there, and lets them change it", async () => {
    await book(buyer);
    const api = callerFor(buyer).review;
    expect((await api.list({ eventId })).mayReview).toBe(true);
    await api.upsert({ eventId, rating: 2, comment: " Too loud. " });
    await api.upsert({ eventId, rating: 4 });
    expect(await db.review.findMany({ select: { rating: true, comment: true } })).toEqual([
      { rating: 4, comment: null },
    ]);
    expect((await api.list({ eventId })).items).toMatchObject([{ author: "Asha", rating: 4, mine: true }]);
  });

  it("refuses who has no ticket, who cancelled, and who comes before it begins", async () => {
    const [cancelled, expired] = [await makeUser(db), await makeUser(db)];
    await book(cancelled, "CANCELLED");
    await book(expired, "EXPIRED");
    for (const user of [buyer, cancelled, expired, organizer]) {
      await expect(callerFor(user).review.upsert({ eventId, rating: 5 })).rejects.toMatchObject(
        refusal("FORBIDDEN"),
      );
    }
    await expect(callerFor(null).review.upsert({ eventId, rating: 5 })).rejects.toMatchObject(
      refusal("UNAUTHORIZED"),
    );
    await expect(callerFor(buyer).review.upsert({ eventId: "none", rating: 5 })).rejects.toMatchObject(
      refusal("NOT_FOUND"),
    );
    const later = await makeEvent(db, { startsAt: new Date(Date.now() + hour) });
    await book(buyer, "CONFIRMED", later.event.id);
    await expect(
      callerFor(buyer).review.upsert({ eventId: later.event.id, rating: 5 }),
    ).rejects.toMatchObject(refusal("FORBIDDEN"));
    expect(await db.review.count()).toBe(0);
  });

  it.each([0, 6, 3.5])("refuses %s stars", async (rating) => {
    await book(buyer);
    await expect(callerFor(buyer).review.upsert({ eventId, rating })).rejects.toMatchObject({
      cause: { code: "INVALID_INPUT", field: "rating" },
    });
  });
});

describe("review.list", () => {
  it("gives average, count and histogram of all, a page at a time, and no ids of people", async () => {
    for (const rating of [5, 4, 4]) {
      const user = await makeUser(db);
      await book(user);
      await callerFor(user).review.upsert({ eventId, rating, comment: `${rating} stars` });
    }
    const found = await callerFor(null).review.list({ eventId, limit: 2 });
    expect(found).toMatchObject({
      total: 3,
      pageCount: 2,
      average: 4.3,
      count: 3,
      histogram: [0, 0, 0, 2, 1],
      own: null,
      mayReview: false,
    });
    expect(found.items).toHaveLength(2);
    expect(Object.keys(found.items[0]!).sort()).toEqual(
      ["author", "comment", "createdAt", "id", "mine", "rating", "repliedAt", "reply", "updatedAt"].sort(),
    );
    expect((await callerFor(null).review.list({ eventId, limit: 2, page: 2 })).items).toHaveLength(1);
  });

  it("knows no reviews of drafts", async () => {
    const { event } = await makeEvent(db, { status: "DRAFT" });
    await expect(callerFor(buyer).review.list({ eventId: event.id })).rejects.toMatchObject(
      refusal("NOT_FOUND"),
    );
  });
});

describe("review.remove, takeDown and reply", () => {
  it("removes one's own only", async () => {
    await book(buyer);
    await callerFor(buyer).review.upsert({ eventId, rating: 3 });
    await expect(callerFor(organizer).review.remove({ eventId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await expect(callerFor(null).review.remove({ eventId })).rejects.toMatchObject(refusal("UNAUTHORIZED"));
    await callerFor(buyer).review.remove({ eventId });
    expect(await db.review.count()).toBe(0);
  });

  it("lets admins alone take one down; it does not come back", async () => {
    const admin = await makeUser(db, { role: "ADMIN" });
    await book(buyer);
    const { id } = await callerFor(buyer).review.upsert({ eventId, rating: 1, comment: "Rude words" });
    for (const user of [buyer, organizer]) {
      await expect(callerFor(user).review.takeDown({ id, reason: "No" })).rejects.toMatchObject(
        refusal("FORBIDDEN"),
      );
    }
    expect(await callerFor(organizer).review.list({ eventId })).toMatchObject({ mayReply: true, mayTakeDown: false });
    expect(await callerFor(admin).review.list({ eventId })).toMatchObject({ mayTakeDown: true });
    await callerFor(admin).review.takeDown({ id, reason: "Insults" });
    expect(await callerFor(buyer).review.list({ eventId })).toMatchObject({
      items: [],
      average: null,
      count: 0,
      mayReview: false,
    });
    await expect(callerFor(buyer).review.upsert({ eventId, rating: 1 })).rejects.toMatchObject(
      refusal("FORBIDDEN"),
    );
    await expect(callerFor(buyer).review.remove({ eventId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "review.takeDown", actorId: admin.id, after: { reason: "Insults" } },
    ]);
  });

  it("lets the event's organizer answer", async () => {
    await book(buyer);
    const { id } = await callerFor(buyer).review.upsert({ eventId, rating: 3 });
    const stranger = await makeUser(db, { role: "ORGANIZER" });
    for (const user of [buyer, stranger]) {
      await expect(callerFor(user).review.reply({ id, reply: "Thanks" })).rejects.toMatchObject(
        refusal("FORBIDDEN"),
      );
    }
    await callerFor(organizer).review.reply({ id, reply: "Thank you" });
    expect((await callerFor(null).review.list({ eventId })).items).toMatchObject([{ reply: "Thank you" }]);
  });
});
