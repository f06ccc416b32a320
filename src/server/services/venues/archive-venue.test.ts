import { beforeEach, describe, expect, it } from "vitest";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeEvent, makeUser } from "~/test/factories";

const db = testDb();

type User = Awaited<ReturnType<typeof makeUser>>;
let organizer: User;
let other: User;

const hall = { name: "Prithvi Hall", address: "20 Juhu Church Road", city: "Mumbai" };
const refusal = (appCode: string) => ({ cause: { code: appCode } });

beforeEach(async () => {
  organizer = await makeUser(db, { role: "ORGANIZER" });
  other = await makeUser(db, { role: "ORGANIZER" });
});

describe("venue.setArchived", () => {
  const rows = { rowCount: 2, seatsPerRow: 5 };

  it("takes a venue out of every list but its keeper's, and brings it back", async () => {
    const { id } = await callerFor(organizer).venue.create({
      ...hall,
      sections: [{ name: "Stalls", ...rows }],
    });
    const listed = async (user: User | null, archived?: boolean) =>
      (await callerFor(user).venue.list({ archived })).items.some((venue) => venue.id === id);
    await callerFor(organizer).venue.setArchived({ id, archived: true });
    expect(await listed(organizer)).toBe(false);
    expect([await listed(organizer, true), await listed(other, true), await listed(null, true)]).toEqual([
      true,
      false,
      false,
    ]);
    await expect(callerFor(other).venue.byId({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
    expect(await callerFor(organizer).venue.byId({ id })).toMatchObject({ archived: true });
    await expect(callerFor(organizer).venue.update({ id, name: "X" })).rejects.toMatchObject(
      refusal("NOT_FOUND"),
    );
    await callerFor(organizer).venue.setArchived({ id, archived: false });
    expect(await listed(organizer)).toBe(true);
    const log = await db.auditEntry.findMany({ where: { entityId: id }, orderBy: { createdAt: "asc" } });
    expect(log.map((entry) => entry.action)).toEqual(["venue.create", "venue.archive", "venue.restore"]);
  });

  it("stays while an event is to come there", async () => {
    const { venue } = await makeEvent(db, { organizerId: organizer.id });
    await db.venue.update({ where: { id: venue.id }, data: { ownerId: organizer.id } });
    await expect(
      callerFor(organizer).venue.setArchived({ id: venue.id, archived: true }),
    ).rejects.toMatchObject(refusal("INVALID_TRANSITION"));
  });
});
