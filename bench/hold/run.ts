import { closedLoop, median, type LoopResult } from "../closed-loop";
import { controlDb, makeControlDatabase } from "./control/database";
import { makeHoldFixture } from "./fixture";
import { constantRoute, overHttp, overload } from "./http";
import { oneSeat } from "./one-seat";
import { ofRounds, purchaseRound, type PurchaseSizes } from "./purchases";
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
  sizes: PurchaseSizes;
  say: (line: string) => void;
};

type Measured = LoopResult & { aborted: number };

/**
 * How a hold compares with what the machine can do at most, five ways in turn, and what purchases there are in a
 * second: all of it in turn, several rounds, medians.
 */
export async function run(options: Options): Promise<Record<string, unknown>> {
  const { databaseUrl, baseUrl, sizes, say } = options;
  const { createDb } = await import("~/server/db/db");
  const { paymentGateway } = await import("~/server/gateways/select");
  const fixture = await makeHoldFixture(databaseUrl, SEATS);
  const controlUrl = await makeControlDatabase(databaseUrl);
  const control = {
    db: await controlDb({ url: controlUrl, poolSize: POOL }),
    fixture: await makeHoldFixture(controlUrl, sizes.controlSeats),
  };
  const db = createDb({ url: databaseUrl, poolSize: POOL });
  const shop = { db, fixture, control, gateway: baseUrl ? paymentGateway() : null, sizes, say };
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
  const results: Record<string, Measured[]> = {};
  const purchases = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const [name, make] of Object.entries(variants)) {
      await fixture.reset();
      const measured = await measure(await make(), options.roundMs, (error) => say(`${name}: ${String(error).slice(0, 300)}`));
      (results[name] ??= []).push(measured);
      const { perSecond, p50, p99, aborted, failed } = measured;
      say(
        `round ${round + 1} ${name}: ${Math.round(perSecond)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${aborted} aborted, ${failed} failed`,
      );
    }
    purchases.push(await purchaseRound(shop));
  }
  const figures = {
    ...holdFigures(results, baseUrl !== null),
    oneSeat: await oneSeat({ db, fixture, buyers: 2_000 }),
    overload: baseUrl ? await overload({ baseUrl, secret: options.secret, fixture, buyers: 5_000 }) : null,
    ...ofRounds(purchases),
  };
  await Promise.all([db.$disconnect(), control.db.$disconnect(), fixture.pool.end(), control.fixture.pool.end()]);
  return figures;
}

async function measure(variant: Variant, durationMs: number, onError: (error: unknown) => void): Promise<Measured> {
  const result = await closedLoop({ workers: WORKERS, durationMs, operation: variant.operation, onError });
  await variant.close();
  return { ...result, aborted: variant.aborted() };
}

function holdFigures(results: Record<string, Measured[]>, overHttpToo: boolean) {
  const rate = (name: string) => median((results[name] ?? []).map((result) => result.perSecond));
  const sum = (name: string, field: "done" | "aborted") => (results[name] ?? []).reduce((all, result) => all + result[field], 0);
  const abortRate = (name: string) => sum(name, "aborted") / (sum(name, "done") + sum(name, "aborted"));
  const service64 = results.C ?? [];
  return {
    holdInProcessOverRaw: rate("C") / rate("B"),
    holdInProcessOverFloor: rate("C") / rate("A"),
    holdHttpOverHarmonic: overHttpToo ? rate("D") / (1 / (1 / rate("C") + 1 / rate("F"))) : null,
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
  };
}

function spread(numbers: number[]) {
  return {
    median: Math.round(median(numbers)),
    min: Math.round(Math.min(...numbers)),
    max: Math.round(Math.max(...numbers)),
  };
}
