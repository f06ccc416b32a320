import { closedLoop, median, type LoopResult } from "../closed-loop";
import { oneSeat, sellOut } from "./crowd";
import { makeHoldFixture } from "./fixture";
import { constantRoute, overHttp, overload } from "./http";
import { floor, rawTransaction, service, usualWay, type Variant } from "./variants";

const WORKERS = 64;
const SEATS = 60_000;
/** Connections: of the shop's own default for the transaction, many for the floor, which gains by them. */
const POOL = 8;
const FLOOR_POOL = 32;

type Options = {
  databaseUrl: string;
  baseUrl: string | null;
  secret: string;
  rounds: number;
  roundMs: number;
  seatsToSell: number;
  say: (line: string) => void;
};

/** How a hold compares with what the machine can do at most, five ways in turn, several rounds: medians. */
export async function run(options: Options): Promise<Record<string, unknown>> {
  const { databaseUrl, baseUrl, say } = options;
  const { createDb } = await import("~/server/db/db");
  const fixture = await makeHoldFixture(databaseUrl, SEATS);
  const variants: Record<string, () => Variant | Promise<Variant>> = {
    A: () => floor(databaseUrl, fixture, FLOOR_POOL),
    B: () => rawTransaction(databaseUrl, fixture, POOL),
    C: () => service(createDb({ url: databaseUrl, poolSize: POOL }), fixture),
    ...(baseUrl && {
      D: () => overHttp({ baseUrl, secret: options.secret, fixture, workers: WORKERS }),
      F: () => constantRoute(baseUrl, WORKERS),
    }),
    N: () => usualWay(databaseUrl, fixture, WORKERS),
  };
  const results: Record<string, (LoopResult & { aborted: number })[]> = {};
  for (let round = 0; round < options.rounds; round++) {
    for (const [name, make] of Object.entries(variants)) {
      await fixture.reset();
      const variant = await make();
      const onError = (error: unknown) => say(`${name}: ${String(error).slice(0, 300)}`);
      const result = await closedLoop({
        workers: WORKERS,
        durationMs: options.roundMs,
        operation: variant.operation,
        onError,
      });
      await variant.close();
      (results[name] ??= []).push({ ...result, aborted: variant.aborted() });
      say(
        `round ${round + 1} ${name}: ${Math.round(result.perSecond)}/s, p50 ${result.p50.toFixed(1)} ms, p99 ${result.p99.toFixed(1)} ms, ${variant.aborted()} aborted, ${result.failed} failed`,
      );
    }
  }
  const rate = (name: string) => median((results[name] ?? []).map((result) => result.perSecond));
  const abortRate = (name: string) => {
    const [done, aborted] = (results[name] ?? []).reduce(
      ([d, a], result) => [d! + result.done, a! + result.aborted],
      [0, 0],
    );
    return aborted! / (done! + aborted!);
  };
  const service64 = results.C!;
  const db = createDb({ url: databaseUrl, poolSize: POOL });
  const figures = {
    holdInProcessOverRaw: rate("C") / rate("B"),
    holdInProcessOverFloor: rate("C") / rate("A"),
    holdHttpOverHarmonic: baseUrl ? rate("D") / (1 / (1 / rate("C") + 1 / rate("F"))) : null,
    falseAbortRate: abortRate("C"),
    naiveAbortRate: abortRate("N"),
    holdOverNaive: rate("C") / rate("N"),
    perSecond: Object.fromEntries(
      Object.entries(results).map(([name, all]) => [name, spread(all.map((result) => result.perSecond))]),
    ),
    latencyMs: {
      p50: median(service64.map((result) => result.p50)),
      p99: median(service64.map((result) => result.p99)),
    },
    oneSeat: await oneSeat({ db, fixture, buyers: 2_000 }),
    overload: baseUrl ? await overload({ baseUrl, secret: options.secret, fixture, buyers: 5_000 }) : null,
    sellOut: await sellOut({ db, fixture, seats: options.seatsToSell, workers: WORKERS }),
  };
  await db.$disconnect();
  await fixture.pool.end();
  return figures;
}

function spread(numbers: number[]) {
  return {
    median: Math.round(median(numbers)),
    min: Math.round(Math.min(...numbers)),
    max: Math.round(Math.max(...numbers)),
  };
}
