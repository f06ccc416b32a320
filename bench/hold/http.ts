import { Agent, request } from "node:http";
import { encode } from "next-auth/jwt";
import superjson from "superjson";
import { quantile } from "../closed-loop";
import { EVENT_ID, type HoldFixture } from "./fixture";
import type { Variant } from "./variants";

/** Buyers that each of the workers may become, one after the other. */
const BUYERS_PER_WORKER = 64;
const COOKIE = "next-auth.session-token";

type Shop = { baseUrl: string; secret: string; fixture: HoldFixture };

/** D: `seatLock.hold` over HTTP through Next, with a session that is checked as in the shop. */
export async function overHttp(options: Shop & { workers: number }): Promise<Variant> {
  const { baseUrl, fixture, workers } = options;
  const cookies = await signInAll({ ...options, buyers: workers * BUYERS_PER_WORKER });
  const agent = new Agent({ keepAlive: true, maxSockets: workers });
  return {
    aborted: () => 0,
    close: async () => agent.destroy(),
    operation: async (worker) => {
      const { seatId, userId } = fixture.next(worker);
      const buyer = Number(userId.split("-").at(-1)) % BUYERS_PER_WORKER;
      const answer = await hold(agent, baseUrl, cookies[worker * BUYERS_PER_WORKER + buyer]!, seatId);
      if (answer.status !== 200) throw new Error(`over HTTP: ${answer.status} ${answer.text.slice(0, 300)}`);
    },
  };
}

/** So many buyers at the same moment, each for a seat of their own: what comes of those that are too many. */
export async function overload(options: Shop & { buyers: number }): Promise<Record<string, unknown>> {
  const { baseUrl, fixture, buyers } = options;
  await fixture.reset();
  const cookies = await signInAll(options);
  const agent = new Agent({ keepAlive: true, maxSockets: buyers });
  const answers: Record<string, number> = {};
  const waits = { held: new Array<number>(), busy: new Array<number>() };
  await Promise.all(
    cookies.map(async (cookie) => {
      const { seatId } = fixture.next(0);
      const began = performance.now();
      const { status, text } = await hold(agent, baseUrl, cookie, seatId);
      const code = status === 200 ? "HELD" : (/"appCode":"(\w+)"/.exec(text)?.[1] ?? String(status));
      answers[code] = (answers[code] ?? 0) + 1;
      if (code === "HELD") waits.held.push(performance.now() - began);
      if (code === "BUSY") waits.busy.push(performance.now() - began);
    }),
  );
  agent.destroy();
  const p99 = (times: number[]) => quantile(times.sort((a, b) => a - b), 0.99) || null;
  return { buyers, answers, heldP99Ms: p99(waits.held), busyP99Ms: p99(waits.busy) };
}

/** Buyers with open sessions; their cookies. */
export async function signInAll({ fixture, secret, buyers }: Shop & { buyers: number }): Promise<string[]> {
  await fixture.pool.query(
    `WITH users AS (
       INSERT INTO "User" (id, name, email, "passwordHash", "updatedAt")
       SELECT 'http-' || b, 'Bench', 'http-' || b || '@aisle.test', '-', now() FROM generate_series(0, $1::int - 1) b
       ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO "Session" (id, "userId") SELECT id, id FROM users`,
    [buyers],
  );
  return Promise.all(
    Array.from({ length: buyers }, async (_, buyer) => {
      const id = `http-${buyer}`;
      return `${COOKIE}=${await encode({ token: { sub: id, sessionVersion: 1, sessionId: id }, secret })}`;
    }),
  );
}

function hold(agent: Agent, baseUrl: string, cookie: string, seatId: string) {
  const body = JSON.stringify(superjson.serialize({ eventId: EVENT_ID, seatIds: [seatId] }));
  return call(agent, `${baseUrl}/api/trpc/seatLock.hold`, { cookie }, body);
}

/** F: a constant route of the same server, for scale. */
export function constantRoute(baseUrl: string, workers: number): Variant {
  const agent = new Agent({ keepAlive: true, maxSockets: workers });
  return {
    aborted: () => 0,
    close: async () => agent.destroy(),
    operation: async () => {
      const answer = await call(agent, `${baseUrl}/api/live`, {}, null);
      if (answer.status !== 200) throw new Error(`constant route: ${answer.status}`);
    },
  };
}

/** One request: what it shows of who asks, and its JSON (null: it is a GET). */
export function call(
  agent: Agent,
  url: string,
  shown: Record<string, string>,
  body: string | null,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const headers = {
      ...shown,
      ...(body !== null && { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
    };
    const sent = request(url, { agent, method: body === null ? "GET" : "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    // A connection that broke is an answer too: counted by its name where a crowd is asked, an error elsewhere.
    sent.on("error", (error: NodeJS.ErrnoException) => resolve({ status: 0, text: `{"appCode":"${error.code}"}` }));
    sent.end(body ?? undefined);
  });
}
