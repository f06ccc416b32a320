import { beforeEach, describe, expect, it, vi } from "vitest";
import { fetchAvailability, type SeatAnswer } from "./fetch-availability";

const answer: SeatAnswer = { planHash: "p", etag: "abc", seatCount: 4, packed: "AA==" };
const fetched = vi.fn<typeof fetch>();
beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
});

/** What the last request was, as the server saw it. */
function asked() {
  const [url, init] = fetched.mock.calls.at(-1)!;
  return { url, cache: init?.cache, headers: init?.headers };
}

describe("asking where the seats stand", () => {
  it("asks past the browser's cache, at first without an etag", async () => {
    fetched.mockResolvedValue(Response.json(answer));
    expect(await fetchAvailability("a/b", undefined)).toEqual(answer);
    expect(asked()).toEqual({ url: "/api/events/a%2Fb/availability", cache: "no-store", headers: {} });
  });

  it("says what it has, and keeps that very object where nothing moved", async () => {
    fetched.mockResolvedValue(new Response(null, { status: 304 }));
    expect(await fetchAvailability("e", answer)).toBe(answer);
    expect(asked().headers).toEqual({ "if-none-match": '"abc"' });
  });

  it("takes the new answer where something did", async () => {
    const moved = { ...answer, etag: "def", packed: "AQ==" };
    fetched.mockResolvedValue(Response.json(moved));
    expect(await fetchAvailability("e", answer)).toEqual(moved);
  });

  it("has no address for a draft", async () => {
    fetched.mockResolvedValue(Response.json({ error: "no" }, { status: 404 }));
    expect(await fetchAvailability("e", undefined)).toBeNull();
  });

  it.each([500, 503, 304])("fails on %i without anything to show", async (status) => {
    fetched.mockResolvedValue(new Response(null, { status }));
    await expect(fetchAvailability("e", undefined)).rejects.toThrow(`(${status})`);
  });
});
