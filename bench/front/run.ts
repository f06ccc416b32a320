import { Agent, request } from "node:http";
import { habits, openSockets } from "~/test/harness/raw-sockets";
import { closedLoop, median } from "../closed-loop";
import { emptyShop } from "../empty-shop";
import { EVENT_ID, makeHoldFixture, type HoldFixture } from "../hold/fixture";
import { constantRoute, overHttp, signInAll } from "../hold/http";
import { service, type Variant } from "../hold/variants";
import { crowd, type CrowdFigures } from "./crowd";
import { haproxy } from "./haproxy";
import { pages } from "./pages";

const WORKERS = 64;
const SEATS = 60_000;
const POOL = 8;

type Options = {
  databaseUrl: string;
  /** The front's. */
  port: number;
  /** Next's alone, with the API as an App route. */
  nextPort: number;
  secret: string;
  rounds: number;
  roundMs: number;
  buyers: number;
  /** Sockets that mean no good. */
  idle: number;
  say: (line: string) => void;
};

/** What standing before Next is worth, and what a crowd and slow sockets make of it: several rounds, medians. */
export async function run(options: Options): Promise<Record<string, unknown>> {
  const { databaseUrl, port, nextPort, secret, rounds, buyers, say } = options;
  const { createDb } = await import("~/server/db/db");
  await emptyShop(databaseUrl);
  const fixture = await makeHoldFixture(databaseUrl, SEATS);
  const db = createDb({ url: databaseUrl, poolSize: POOL });
  const front = `http://localhost:${port}`;
  const shop = { secret, fixture, workers: WORKERS };
  const variants: Record<string, () => Variant | Promise<Variant>> = {
    service: () => ({ ...service(db, fixture), close: async () => undefined }),
    hold: () => overHttp({ ...shop, baseUrl: front }),
    holdByAppRoute: () => overHttp({ ...shop, baseUrl: `http://localhost:${nextPort}` }),
    constant: () => constantRoute(front, WORKERS),
    ping: () => get(`${front}/api/trpc/system.ping`),
    holdBesideSlow: () => besideSlow(options, () => overHttp({ ...shop, baseUrl: front })),
  };
  const rates: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, make] of Object.entries(variants)) {
      await fixture.reset();
      const variant = await make();
      let told = false;
      const onError = (error: unknown) => {
        if (!told) say(`${name}: ${String(error).slice(0, 200)}`);
        told = true;
      };
      const result = await closedLoop({ workers: WORKERS, durationMs: options.roundMs, operation: variant.operation, onError });
      await variant.close();
      (rates[name] ??= []).push(result.perSecond);
      say(`round ${round + 1} ${name}: ${Math.round(result.perSecond)}/s, p99 ${result.p99.toFixed(1)} ms, ${result.failed} failed`);
    }
  }
  const rate = (name: string) => median(rates[name] ?? []);
  const figures = {
    holdHttpOverHarmonic: rate("hold") / (1 / (1 / rate("service") + 1 / rate("constant"))),
    holdHttpOverAppRoute: rate("hold") / rate("holdByAppRoute"),
    pingOverConstant: rate("ping") / rate("constant"),
    slow: rate("holdBesideSlow") / rate("hold"),
    perSecond: Object.fromEntries(Object.keys(variants).map((name) => [name, Math.round(rate(name))])),
    ...(await crowds({ port, fixture, cookies: await signInAll({ baseUrl: front, secret, fixture, buyers }), rounds, say })),
    pages: await pages({ url: front, eventId: EVENT_ID, rounds, seconds: Math.ceil(options.roundMs / 1_000), say }),
  };
  await Promise.all([db.$disconnect(), fixture.pool.end()]);
  return figures;
}

type Crowds = { port: number; fixture: HoldFixture; cookies: string[]; rounds: number; say: (line: string) => void };

async function crowds({ port, fixture, cookies, rounds, say }: Crowds) {
  const proxy = await haproxy(port);
  const ways = {
    overload: { port, open: true },
    bare: { port, open: false },
    ...(proxy && { behindHaproxy: { port: proxy.port, open: false } }),
  };
  const found: Record<string, CrowdFigures[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const figures = await crowd({ ...way, fixture, cookies });
      (found[name] ??= []).push(figures);
      say(`round ${round + 1} ${name}: ${JSON.stringify(figures)}`);
    }
  }
  await proxy?.stop();
  const { overload = [], ...cold } = found;
  return { overload: ofCrowds(overload), overloadCold: Object.fromEntries(Object.entries(cold).map(([name, all]) => [name, ofCrowds(all)])) };
}

function ofCrowds(all: CrowdFigures[]) {
  const sum = (known: (code: string) => boolean) =>
    all.reduce((count, { answers }) => count + Object.entries(answers).reduce((n, [code, times]) => n + (known(code) ? times : 0), 0), 0);
  const of = (pick: (one: CrowdFigures) => number | null) => median(all.flatMap((one) => pick(one) ?? []));
  return {
    busyP99Ms: of((one) => one.busyP99Ms),
    heldP99Ms: of((one) => one.heldP99Ms),
    lastMs: of((one) => one.lastMs),
    held: sum((code) => code === "HELD") / all.length,
    busy: sum((code) => code === "BUSY") / all.length,
    otherAnswers: sum((code) => code !== "HELD" && code !== "BUSY"),
  };
}

/** As `make`, while others idle, trickle their headers or keep a body back. */
async function besideSlow({ port, idle }: Options, make: () => Promise<Variant>): Promise<Variant> {
  const kinds = [habits.silent, habits.unsentBody, habits.trickle, habits.keepAlive];
  const crowds = await Promise.all(kinds.map((says) => openSockets(port, Math.ceil(idle / kinds.length), says)));
  const trickling = setInterval(() => crowds[2]?.say("X-More: 1\r\n"), 1_000);
  const variant = await make();
  const close = async () => {
    clearInterval(trickling);
    crowds.forEach((one) => one.close());
    await variant.close();
  };
  return { ...variant, close };
}

function get(url: string): Variant {
  const agent = new Agent({ keepAlive: true, maxSockets: WORKERS });
  const operation = () =>
    new Promise<void>((resolve, reject) => {
      const sent = request(url, { agent }, (response) => {
        response.resume().on("end", () => (response.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${response.statusCode}`))));
      });
      sent.on("error", reject).end();
    });
  return { operation, aborted: () => 0, close: async () => agent.destroy() };
}
