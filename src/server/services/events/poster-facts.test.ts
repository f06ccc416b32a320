import { beforeEach, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb();
let organizer: Awaited<ReturnType<typeof makeUser>>;

beforeEach(async () => {
  organizer = await makeUser(db, { role: "ORGANIZER" });
});

it("tells anyone what a published event's poster says, and no more", async () => {
  const { event } = await makeEvent(db, { organizerId: organizer.id });
  const facts = await callerFor(null).event.posterFacts({ id: event.id });
  expect(facts).toMatchObject({
    slug: event.slug,
    title: event.title,
    isPublic: true,
    venue: { timeZone: "Asia/Kolkata" },
  });
  expect(facts).not.toHaveProperty("organizerId");
});

it("shows a draft's to its organizer and admins, and keeps it out of caches", async () => {
  const { event } = await makeEvent(db, { organizerId: organizer.id, status: "DRAFT" });
  const admin = await makeUser(db, { role: "ADMIN" });
  const rival = await makeUser(db, { role: "ORGANIZER" });
  for (const user of [organizer, admin]) {
    expect(await callerFor(user).event.posterFacts({ id: event.id })).toMatchObject({ isPublic: false });
  }
  for (const user of [null, rival]) {
    await expect(callerFor(user).event.posterFacts({ id: event.id })).rejects.toMatchObject({
      cause: { code: "NOT_FOUND" },
    });
  }
});

it("knows no event by an unknown id", async () => {
  await expect(callerFor(null).event.posterFacts({ id: "nope" })).rejects.toMatchObject({
    cause: { code: "NOT_FOUND" },
  });
});
