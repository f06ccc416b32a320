import { beforeAll, describe, expect, it } from "vitest";
import { makeEvent, makeVenue } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb({ reset: "file" });

beforeAll(async () => {
  const venue = await makeVenue(db, { name: "Vainika Hall", city: "Chennai" });
  await makeEvent(db, { venue, title: "Veena by Lamplight", artist: "Jayanthi Kumaresh" });
  await makeEvent(db, { venue: await makeVenue(db, { name: "Kesar Talkies" }), title: "The Last Local to Virar" });
  await makeEvent(db, { title: "Zephyr", status: "DRAFT" });
});

const search = async (words: string) => {
  const { items, searchedFor } = await callerFor(null).event.list({ search: words });
  return { titles: items.map(({ title }) => title), searchedFor };
};

describe("a search with typing errors", () => {
  it.each([
    ["lampligth", "Veena by Lamplight", "lamplight"],
    ["veina chenai", "Veena by Lamplight", "veena chennai"],
    ["Jayanti kumaresh", "Veena by Lamplight", "jayanthi kumaresh"],
    ["kesr virra", "The Last Local to Virar", "kesar virar"],
  ])("%s", async (typed, title, searchedFor) => {
    expect(await search(typed)).toEqual({ titles: [title], searchedFor });
  });

  it("leaves alone what was found, and what is like nothing on sale", async () => {
    expect(await search("lamp")).toEqual({ titles: ["Veena by Lamplight"], searchedFor: null });
    expect(await search("veena virar")).toEqual({ titles: [], searchedFor: null });
    expect(await search("zephir")).toEqual({ titles: [], searchedFor: null });
    expect(await search("'; DROP TABLE")).toMatchObject({ titles: [] });
  });
});
