import { beforeEach, describe, expect, it } from "vitest";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeUser } from "~/test/factories";

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

describe("venue.update with its sections", () => {
  const rows = { rowCount: 2, seatsPerRow: 5, priceMultiplier: 1, layout: {} };
  const makeHall = async () => {
    const sections = [
      { name: "Stalls", ...rows },
      { name: "Circle", ...rows },
      { name: "Gallery", ...rows },
    ];
    const { id } = await callerFor(organizer).venue.create({ ...hall, sections });
    return { id, known: (await callerFor(organizer).venue.byId({ id })).sections };
  };
  const namesOf = async (id: string) =>
    (await callerFor(organizer).venue.byId({ id })).sections.map((section) => section.name);

  it("keeps, changes, adds and removes in one go, in the order given; two may change names", async () => {
    const { id, known } = await makeHall();
    const [stalls, circle] = known;
    await callerFor(organizer).venue.update({
      id,
      name: "New Hall",
      sections: [
        { id: circle!.id, ...rows, name: "Stalls" },
        { id: stalls!.id, ...rows, name: "Circle", rowCount: 4 },
        { ...rows, name: "Boxes" },
      ],
    });
    const venue = await callerFor(organizer).venue.byId({ id });
    expect(venue.name).toBe("New Hall");
    expect(venue.sections.map((section) => [section.name, section.rowCount])).toEqual([
      ["Stalls", 2],
      ["Circle", 4],
      ["Boxes", 2],
    ]);
    expect(venue.sections.slice(0, 2).map((section) => section.id)).toEqual([circle!.id, stalls!.id]);
    const log = await db.auditEntry.findMany({ where: { entity: "section" }, orderBy: { createdAt: "asc" } });
    expect(log.map((entry) => entry.action).sort()).toEqual([
      "section.add",
      "section.remove",
      "section.update",
      "section.update",
    ]);
  });

  it("saves nothing where a part of it is refused", async () => {
    const { id, known } = await makeHall();
    const api = callerFor(organizer).venue;
    const kept = known.map((section) => ({ ...rows, id: section.id, name: section.name }));
    const apart = (x: number) => ({ layout: { x, y: 0 } });
    const overlapping = [
      { ...kept[0]!, ...apart(0) },
      { ...kept[1]!, ...apart(0) },
    ];
    await expect(api.update({ id, name: "Other", sections: overlapping })).rejects.toMatchObject(
      refusal("INVALID_INPUT"),
    );
    const twice = [kept[0]!, { ...rows, name: kept[0]!.name }];
    await expect(api.update({ id, sections: twice })).rejects.toMatchObject(refusal("INVALID_INPUT"));
    const others = await callerFor(other).venue.create({ ...hall, sections: [{ name: "Theirs", ...rows }] });
    const [theirs] = (await callerFor(other).venue.byId({ id: others.id })).sections;
    const stolen = [{ ...rows, id: theirs!.id, name: "Mine" }];
    await expect(api.update({ id, sections: stolen })).rejects.toMatchObject(refusal("NOT_FOUND"));
    expect(await namesOf(id)).toEqual(["Stalls", "Circle", "Gallery"]);
    expect((await api.byId({ id })).name).toBe(hall.name);
    expect(await namesOf(id)).not.toContain("Mine");
  });

  it("writes nothing down where nothing changed", async () => {
    const { id, known } = await makeHall();
    const same = known.map((section) => ({ ...rows, id: section.id, name: section.name }));
    await callerFor(organizer).venue.update({ id, sections: same });
    expect(await db.auditEntry.count({ where: { entity: "section" } })).toBe(0);
  });
});
