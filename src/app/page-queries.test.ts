import { beforeEach, expect, it, vi } from "vitest";
import { currentUserOrNobody } from "~/server/auth";
import { cookieFor } from "~/server/session-cookie";
import { BriskClient } from "~/server/db/connection";
import { makeEvent, makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";

// What a page asks of the database, counted at the driver. `cache` is Next's own, of one request; here of one test.
const memory = vi.hoisted(() => ({ of: new Map<unknown, Map<string, unknown>>(), cookie: "" }));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: (work: (...args: unknown[]) => unknown) => (...args: unknown[]) => {
    const kept = memory.of.get(work) ?? memory.of.set(work, new Map()).get(work)!;
    const key = JSON.stringify(args);
    if (!kept.has(key)) kept.set(key, work(...args));
    return kept.get(key);
  },
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ cookie: memory.cookie }) }));

const db = testDb();
const texts = (said: unknown[][]) => said.flatMap(([asked]) => (typeof asked === "object" ? (asked as { text?: string }).text ?? [] : []));

beforeEach(() => memory.of.clear());

/** A visit by somebody signed in: the frame, and what the page reads. */
async function visit(page: () => Promise<unknown>): Promise<string[]> {
  const user = await makeUser(db);
  const { id: sessionId } = await db.session.create({ data: { userId: user.id }, select: { id: true } });
  memory.cookie = (cookieFor({ userId: user.id, sessionVersion: 1, sessionId })).split(";")[0]!;
  const query = vi.spyOn(BriskClient.prototype, "query");
  await Promise.all([currentUserOrNobody(), page()]);
  const said = texts(query.mock.calls);
  query.mockRestore();
  return said;
}

const pages = {
  "/": async () => (await import("./(home)/page")).default(),
  "/events": async () => (await import("./events/(list)/page")).default({ searchParams: Promise.resolve({}) } as never),
  "an event": async (id: string) => {
    const [layout, page] = await Promise.all([import("./events/[id]/layout"), import("./events/[id]/page")]);
    const params = Promise.resolve({ id });
    await layout.default({ params, children: null });
    await Promise.all([page.generateMetadata({ params }), page.default({ params })]);
  },
  "seats to choose": async (eventId: string) => {
    const [layout, page] = await Promise.all([import("./booking/[eventId]/layout"), import("./booking/[eventId]/page")]);
    const params = Promise.resolve({ eventId });
    await layout.default({ params, children: null });
    await page.default({ params } as never);
  },
};

// Each list is five statements: count, places, events, their venues, how full. An event is seven.
it.each([
  ["/", 24],
  ["/events", 9],
  ["an event", 9],
  ["seats to choose", 9],
] as const)("%s asks at most %i times, and once who looks", async (name, most) => {
  const { event } = await makeEvent(db);
  await pages[name](event.id);
  memory.of.clear();
  const said = await visit(() => pages[name](event.id));
  expect(said.filter((text) => text.includes("AS viewer")), said.join("\n---\n")).toHaveLength(1);
  expect(said.length, said.join("\n---\n")).toBeLessThanOrEqual(most);
  expect(said.length).toBeGreaterThan(2);
}, 60_000);
