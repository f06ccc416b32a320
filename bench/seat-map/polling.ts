import { request, Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { closedLoop, median, quantile } from "../closed-loop";
import { stadiumEvent } from "./fixture";

/** As many connections as a balancer would keep open; more only queue at the server. */
const agent = new Agent({ keepAlive: true, maxSockets: 200 });
const POLL_MS = 2_000;

type Answer = { status: number; etag: string | undefined; body: Buffer };

/** One GET, compressed as browsers ask for it; `body` as it came over the wire. */
export async function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  for (;;) {
    const answer = await getOnce(url, headers);
    if (answer) return answer;
  }
}

/** Null where the server closed a kept connection at the moment it was used again: to be asked once more. */
function getOnce(url: string, headers: Record<string, string>): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { "accept-encoding": "gzip", ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          etag: response.headers.etag,
          body: Buffer.concat(parts),
        }),
      );
    });
    sent.on("error", (error: NodeJS.ErrnoException) =>
      sent.reusedSocket && error.code === "ECONNRESET" ? resolve(null) : reject(error),
    );
    sent.end();
  });
}

/** Scans of the Seat table until now, as the database itself counts them. */
async function scans(pool: Pool): Promise<number> {
  // Backends report what they did at the latest a second after they have done it.
  await sleep(1_500);
  const { rows } = await pool.query<{ scans: string }>(
    `SELECT coalesce(seq_scan, 0) + coalesce(idx_scan, 0) AS scans FROM pg_stat_user_tables WHERE relname = 'Seat'`,
  );
  return Number(rows[0]?.scans ?? 0);
}

/** Database reads of availability a second while so many poll every two seconds, each with the etag it has. */
export async function readsPerSecond(base: string, pool: Pool, pollers: number, durationMs: number) {
  const url = `${base}/api/events/${stadiumEvent.id}/availability`;
  const before = await scans(pool);
  const endsAt = performance.now() + durationMs;
  let polls = 0;
  await Promise.all(
    Array.from({ length: pollers }, async () => {
      await sleep(Math.random() * POLL_MS);
      let etag: string | undefined;
      while (performance.now() < endsAt) {
        const answer = await get(url, etag ? { "if-none-match": etag } : {});
        etag = answer.etag ?? etag;
        polls += 1;
        await sleep(POLL_MS * (0.8 + Math.random() * 0.4));
      }
    }),
  );
  const reads = (await scans(pool)) - before;
  return { perSecond: (reads * 1_000) / durationMs, polls };
}

/** Polls served a second as a share of what a route that does nothing serves, in turns of the same run. */
export async function pollsOverConstant(base: string, durationMs: number) {
  const url = `${base}/api/events/${stadiumEvent.id}/availability`;
  const { etag = "" } = await get(url);
  const loop = async (what: () => Promise<Answer>) =>
    (await closedLoop({ workers: 32, durationMs, operation: what })).perSecond;
  const [polls, constants]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round += 1) {
    constants.push(await loop(() => get(`${base}/api/live`)));
    polls.push(await loop(() => get(url, { "if-none-match": etag })));
  }
  return {
    share: median(polls) / median(constants),
    perSecond: median(polls),
    constantPerSecond: median(constants),
  };
}

/** Milliseconds from the commit that sells a seat until somebody who polls every two seconds sees it, 99th of 100. */
export async function visibleMs(
  base: string,
  pool: Pool,
  rounds: number,
): Promise<{ p50: number; p99: number }> {
  const url = `${base}/api/events/${stadiumEvent.id}/availability`;
  const seen: number[] = [];
  const watch = async (round: number) => {
    await sleep(round * 40 + Math.random() * POLL_MS);
    const ordinal = Math.floor((round * stadiumEvent.seatCount) / rounds) + 1;
    const bought = await pool.query(
      `UPDATE "Seat" SET status = CASE WHEN status = 'BOOKED' THEN 'AVAILABLE'::"SeatStatus" ELSE 'BOOKED' END
        WHERE "eventId" = $1 AND ordinal = $2 RETURNING status`,
      [stadiumEvent.id, ordinal],
    );
    if (bought.rowCount !== 1) throw new Error(`The bench's stadium has no seat ${ordinal}.`);
    const soldAt = performance.now();
    const wanted = bought.rows[0]?.status === "BOOKED" ? 2 : 0;
    // The buyer's next poll comes at any moment of the interval.
    await sleep(Math.random() * POLL_MS);
    for (;;) {
      const answer = await fetch(url);
      const { packed } = (await answer.json()) as { packed: string };
      const byte = Buffer.from(packed, "base64")[ordinal >> 2] ?? 0;
      if (((byte >> ((ordinal & 3) * 2)) & 3) === wanted) break;
      await sleep(POLL_MS);
    }
    seen.push(performance.now() - soldAt);
  };
  await Promise.all(Array.from({ length: rounds }, (_, round) => watch(round)));
  seen.sort((a, b) => a - b);
  return { p50: quantile(seen, 0.5), p99: quantile(seen, 0.99) };
}
