import type { Db } from "~/server/db/db";
import type { Random } from "./random";

/**
 * Runs what goes wrong beside the buyers until `stop` is called; returns when all of it has ended. Connections are
 * killed by the calls that were made (`killEvery` of them on average), not by the clock: a slow machine has the same storm.
 */
export function unleash(options: { admin: Db; random: Random; killEvery: number; calls: () => number }): { kills: () => number; stop: () => Promise<void> } {
  let running = true;
  let kills = 0;
  const killing = (async () => {
    while (running && options.killEvery > 0) {
      const next = options.calls() + options.random.next() * 2 * options.killEvery;
      while (running && options.calls() < next) await sleep(2);
      // Any one connection of the buyers, in whatever it is doing.
      const killed = await options.admin.$queryRaw<{ ok: boolean }[]>`
        SELECT pg_terminate_backend(pid) AS ok FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
         ORDER BY md5(pid::text || ${String(options.random.next())}) LIMIT 1`;
      kills += killed.length;
    }
  })();
  const realNow = Date.now;
  const RealDate = Date;
  const skew = setInterval(() => wrongClock(RealDate, realNow, options.random), 200);
  return {
    kills: () => kills,
    stop: async () => {
      running = false;
      clearInterval(skew);
      globalThis.Date = RealDate;
      await killing;
    },
  };
}

const TEN_MINUTES_MS = 600_000;

/** The application's clock, wrong by up to ten minutes either way, by another amount each time. */
function wrongClock(RealDate: DateConstructor, realNow: () => number, random: Random): void {
  const offsetMs = Math.round((random.next() * 2 - 1) * TEN_MINUTES_MS);
  globalThis.Date = class extends RealDate {
    constructor(...args: unknown[]) {
      if (args.length === 0) super(realNow() + offsetMs);
      else super(...(args as [number]));
    }
    static override now(): number {
      return realNow() + offsetMs;
    }
  } as DateConstructor;
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
