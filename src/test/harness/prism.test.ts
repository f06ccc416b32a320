import { describe, expect, it } from "vitest";
import type { Answer } from "~/server/http/exchange";
import { startPrism } from "./prism";
import { serveExchange } from "./serve-exchange";

// The validating proxy itself: it has to find what it stands there for.

const json = { "content-type": "application/json" };
const venues = { items: [], total: 0, page: 1, pageCount: 0 };
let answer: Answer;
const shop = serveExchange(async () => answer);

/** What prism says of an answer to a list of venues. */
async function saidOf(given: Answer): Promise<string[]> {
  answer = given;
  const prism = await startPrism(shop.url());
  await (await fetch(`${prism.url}/api/venues`)).text();
  await prism.close();
  expect(prism.seen()).toBe(1);
  return prism.mismatches;
}

describe("prism before the shop", () => {
  it("has nothing to say of an answer that the document promises", async () => {
    expect(await saidOf({ status: 200, headers: json, body: JSON.stringify(venues) })).toEqual([]);
  });

  it.each([
    ["a field of another kind", { status: 200, headers: json, body: JSON.stringify({ ...venues, total: "0" }) }],
    ["a field that is missing", { status: 200, headers: json, body: JSON.stringify({ ...venues, items: undefined }) }],
    ["a status that is not declared", { status: 418, headers: json, body: "{}" }],
    ["another media type", { status: 200, headers: { "content-type": "text/html" }, body: "<p>" }],
  ] as [string, Answer][])("finds %s", async (_, given) => {
    expect((await saidOf(given)).length).toBeGreaterThan(0);
  });
});
