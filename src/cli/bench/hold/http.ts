import { Agent, request } from "node:http";
import { encode } from "next-auth/jwt";
import superjson from "superjson";
import { EVENT_ID, type HoldFixture } from "./fixture";
import type { Variant } from "./variants";

/** Buyers that each of the workers may become, one after the other. */
const BUYERS_PER_WORKER = 64;
const COOKIE = "next-auth.session-token";

/** D: `seatLock.hold` over HTTP through Next, with a session that is checked as in the shop. */
export async function overHttp(options: {
  baseUrl: string;
  secret: string;
  fixture: HoldFixture;
  workers: number;
}): Promise<Variant> {
  const { baseUrl, secret, fixture, workers } = options;
  const cookies = Array.from({ length: workers }, () => new Array<string>());
  for (let worker = 0; worker < workers; worker++) {
    for (let buyer = 0; buyer < BUYERS_PER_WORKER; buyer++) {
      const token = await encode({ token: { sub: `http-${worker}-${buyer}`, sessionVersion: 1 }, secret });
      cookies[worker]!.push(`${COOKIE}=${token}`);
    }
  }
  await fixture.pool.query(
    `INSERT INTO "User" (id, name, email, "passwordHash", "updatedAt")
     SELECT 'http-' || w || '-' || b, 'Bench', 'http-' || w || '-' || b || '@aisle.test', '-', now()
       FROM generate_series(0, $1::int - 1) w, generate_series(0, $2::int - 1) b ON CONFLICT DO NOTHING`,
    [workers, BUYERS_PER_WORKER],
  );
  const agent = new Agent({ keepAlive: true, maxSockets: workers });
  return {
    aborted: () => 0,
    close: async () => agent.destroy(),
    operation: async (worker) => {
      const { seatId, userId } = fixture.next(worker);
      const buyer = Number(userId.split("-").at(-1)) % BUYERS_PER_WORKER;
      const body = JSON.stringify(superjson.serialize({ eventId: EVENT_ID, seatIds: [seatId] }));
      const answer = await call(agent, `${baseUrl}/api/trpc/seatLock.hold`, cookies[worker]![buyer]!, body);
      if (answer.status !== 200) throw new Error(`over HTTP: ${answer.status} ${answer.text.slice(0, 300)}`);
    },
  };
}

/** F: a constant route of the same server, for scale. */
export function constantRoute(baseUrl: string, workers: number): Variant {
  const agent = new Agent({ keepAlive: true, maxSockets: workers });
  return {
    aborted: () => 0,
    close: async () => agent.destroy(),
    operation: async () => {
      const answer = await call(agent, `${baseUrl}/api/live`, "", null);
      if (answer.status !== 200) throw new Error(`constant route: ${answer.status}`);
    },
  };
}

function call(
  agent: Agent,
  url: string,
  cookie: string,
  body: string | null,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      ...(body !== null && { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
    };
    const sent = request(url, { agent, method: body === null ? "GET" : "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}
