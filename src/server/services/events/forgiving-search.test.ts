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

describe("a search", () => {
  beforeAll(async () => {
    const venue = await makeVenue(db, { name: "Durbar Hall", city: "Kochi" });
    const soon = (days: number) => ({ venue, startsAt: new Date(Date.now() + days * 86_400_000) });
    await makeEvent(db, { ...soon(1), title: "An evening with the masters", artist: "Kathakali Troupe" });
    await makeEvent(db, { ...soon(2), title: "Dances of Kerala", subtitle: "From kathakali to theyyam" });
    await makeEvent(db, { ...soon(3), title: "Kathakali by moonlight" });
    await makeEvent(db, { ...soon(4), title: "Rock'n'roll at the café", artist: "Back\\slash" });
  });
  const titles = async (input: object) => (await callerFor(null).event.list(input)).items.map(({ title }) => title);

  it("puts a title before an artist and an artist before a subtitle, unless another order is asked for", async () => {
    const [artist, subtitle, title] = ["An evening with the masters", "Dances of Kerala", "Kathakali by moonlight"];
    expect(await titles({ search: "kathakali" })).toEqual([title, artist, subtitle]);
    expect(await titles({ search: "kathakali", sort: "match" })).toEqual([title, artist, subtitle]);
    expect(await titles({ search: "kathakali", sort: "date" })).toEqual([artist, subtitle, title]);
  });

  it.each([
    ["another form of a word", "dancing kochi", "Dances of Kerala"],
    ["the beginning of a word", "moonl", "Kathakali by moonlight"],
    ["the inside of a word", "onligh", "Kathakali by moonlight"],
    ["a stop word", "masters with", "An evening with the masters"],
    ["an apostrophe", "rock'n", "Rock'n'roll at the café"],
    ["a backslash", "back\\slash", "Rock'n'roll at the café"],
    ["an accent left out", "cafe", "Rock'n'roll at the café"],
  ])("finds by %s", async (_what, search, found) => {
    expect(await titles({ search })).toEqual([found]);
  });

  it.each(["'", "\\", "a:* & !b <-> c", "')) OR 1=1 --", "%_", "()|&"])("takes %j for words and no more", async (search) => {
    expect(await titles({ search })).not.toContain("Dances of Kerala");
  });

  it("forgets a title that was changed, and learns the new one", async () => {
    const { event } = await makeEvent(db, { title: "Qawwali" });
    expect(await titles({ search: "qawali" })).toEqual(["Qawwali"]);
    await db.event.update({ where: { id: event.id }, data: { title: "Sufiyana" } });
    expect(await titles({ search: "qawali" })).toEqual([]);
    expect(await titles({ search: "sufyana" })).toEqual(["Sufiyana"]);
  });
});

describe("a search with typing errors", () => {
  it.each([
    ["lampligth", "Veena by Lamplight", "lamplight"],
    ["veina chenai", "Veena by Lamplight", "veena chennai"],
    ["Jayanti kumaresh", "Veena by Lamplight", "jayanthi kumaresh"],
    ["kesr virra", "The Last Local to Virar", "kesar virar"],
  ])("%s", async (typed, title, searchedFor) => {
    expect(await search(typed)).toEqual({ titles: [title], searchedFor });
  });

  it("means what is on sale, even where a draft's title is liker", async () => {
    await makeEvent(db, { title: "Bhangra", status: "DRAFT" });
    await makeEvent(db, { title: "Bhangarh by night" });
    expect(await search("bhangrra")).toEqual({ titles: ["Bhangarh by night"], searchedFor: "bhangarh" });
  });

  it("leaves alone what was found, and what is like nothing on sale", async () => {
    expect(await search("lamp")).toEqual({ titles: ["Veena by Lamplight"], searchedFor: null });
    expect(await search("veena virar")).toEqual({ titles: [], searchedFor: null });
    expect(await search("zephir")).toEqual({ titles: [], searchedFor: null });
    expect(await search("'; DROP TABLE")).toMatchObject({ titles: [] });
  });
});
