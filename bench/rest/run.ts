import { Agent } from "node:http";
import superjson from "superjson";
import { closedLoop, median, quantile } from "../closed-loop";
import { emptyShop } from "../empty-shop";
import { EVENT_ID, makeHoldFixture, type HoldFixture } from "../hold/fixture";
import { call, signInAll } from "../hold/http";

/** Fewer than the house holds: what is measured is a call, not its line. */
const WORKERS = 4;
/** A buyer may hold so many seats. */
const SEATS_EACH = 6;
/** Of each way, for each worker; more than they get through in a round. */
const BUYERS = 200;
const SEATS = 60_000;

type Options = { databaseUrl: string; baseUrl: string; secret: string; rounds: number; roundMs: number; say: (line: string) => void };
type Way = (buyer: number, seatId: string) => Promise<{ status: number; text: string }>;

/**
 * What a hold costs by REST and by tRPC: the same workers ask by one and the other in turn, so that whatever the
 * machine does meanwhile is in both. p50 of each in ms, and their ratio, as the median of the rounds'.
 */
export async function run(options: Options): Promise<Record<string, unknown>> {
  const { databaseUrl, rounds, roundMs, say } = options;
  await emptyShop(databaseUrl);
  const fixture = await makeHoldFixture(databaseUrl, SEATS);
  const agent = new Agent({ keepAlive: true, maxSockets: WORKERS });
  const ways = await bothWays({ ...options, fixture, agent });
  const found: { rest: number; trpc: number; ratio: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    await fixture.reset();
    const took = { rest: new Array<number>(), trpc: new Array<number>() };
    const turns = Array<number>(WORKERS).fill(0);
    const operation = async (worker: number) => {
      const turn = turns[worker]!++;
      const name = turn % 2 ? "rest" : "trpc";
      const buyer = worker * BUYERS + (Math.floor(turn / 2 / SEATS_EACH) % BUYERS);
      const { seatId } = fixture.next(worker);
      const began = performance.now();
      const answer = await ways[name](buyer, seatId);
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.text.slice(0, 300)}`);
      took[name].push(performance.now() - began);
    };
    const { failed } = await closedLoop({ workers: WORKERS, durationMs: roundMs, operation, onError: (error) => say(String(error)) });
    const p50 = (times: number[]) => quantile(times.sort((a, b) => a - b), 0.5);
    const [rest, trpc] = [p50(took.rest), p50(took.trpc)];
    found.push({ rest, trpc, ratio: rest / trpc });
    say(`round ${round + 1} hold by REST: p50 ${rest.toFixed(2)} ms; by tRPC: ${trpc.toFixed(2)} ms; ${(rest / trpc).toFixed(2)}, ${failed} failed`);
  }
  agent.destroy();
  await fixture.pool.end();
  const of = (pick: (one: (typeof found)[number]) => number) => median(found.map(pick));
  return { restHoldOverTrpc: of(({ ratio }) => ratio), restHoldP50Ms: of(({ rest }) => rest), trpcHoldP50Ms: of(({ trpc }) => trpc) };
}

type Parts = Options & { fixture: HoldFixture; agent: Agent };

/** A hold by each way, for buyers of that way's own: a browser's cookie, an app's access token that is in use already. */
async function bothWays({ fixture, agent, baseUrl, secret }: Parts): Promise<{ rest: Way; trpc: Way }> {
  const { pairOf } = await import("~/server/services/tokens/token-pair");
  const buyers = WORKERS * BUYERS;
  const cookies = await signInAll({ fixture, secret, baseUrl, buyers: 2 * buyers });
  const issuedAt = new Date();
  const ids = Array.from({ length: buyers }, (_, buyer) => `http-${buyers + buyer}`);
  await fixture.pool.query(
    `INSERT INTO "ApiTokenFamily" ("sessionId", generation, "usedGeneration", "issuedAt") SELECT id, 1, 1, $2 FROM unnest($1::text[]) AS id`,
    [ids, issuedAt],
  );
  const tokens = await Promise.all(ids.map(async (id) => (await pairOf({ userId: id, sessionId: id, generation: 1 }, issuedAt)).accessToken));
  const shown = (buyer: number) => ({ authorization: `Bearer ${tokens[buyer]!}` });
  for (const [buyer] of ids.entries()) await call(agent, `${baseUrl}/api/bookings/hold-status?eventId=${EVENT_ID}`, shown(buyer), null);
  return {
    trpc: (buyer, seatId) => call(agent, `${baseUrl}/api/trpc/seatLock.hold`, { cookie: cookies[buyer]! }, JSON.stringify(superjson.serialize({ eventId: EVENT_ID, seatIds: [seatId] }))),
    rest: (buyer, seatId) => call(agent, `${baseUrl}/api/bookings/hold-seats`, shown(buyer), JSON.stringify({ eventId: EVENT_ID, seatIds: [seatId] })),
  };
}
