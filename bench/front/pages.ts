import autocannon from "autocannon";
import { median } from "../closed-loop";

type Options = { url: string; eventId: string; rounds: number; seconds: number; say: (line: string) => void };

/** Pages a second beside the constant route, in turn, and the slowest hundredth's ms. */
export async function pages({ url, eventId, rounds, seconds, say }: Options): Promise<Record<string, unknown>> {
  const paths = { constant: "/api/live", home: "/", events: "/events", event: `/events/${eventId}`, booking: `/booking/${eventId}` };
  const found: Record<string, { rate: number[]; p99: number[] }> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, path] of Object.entries(paths)) {
      const result = await autocannon({ url: url + path, connections: 16, duration: seconds, headers: { "accept-encoding": "gzip" } });
      const { rate, p99 } = (found[name] ??= { rate: [], p99: [] });
      rate.push(result["2xx"] / result.duration);
      p99.push(result.latency.p99);
      say(`round ${round + 1} ${path}: ${Math.round(result["2xx"] / result.duration)}/s, p99 ${result.latency.p99} ms, ${result.non2xx} others`);
    }
  }
  const constant = median(found.constant!.rate);
  return Object.fromEntries(
    Object.entries(found).map(([name, { rate, p99 }]) => [
      name,
      { perSecond: median(rate), overConstant: median(rate) / constant, p99Ms: median(p99) },
    ]),
  );
}
