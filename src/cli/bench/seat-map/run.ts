import { Pool } from "pg";
import { drawing } from "./drawing";
import { makeStadiumEvent, stadiumEvent } from "./fixture";
import { bookingPageJsBytes } from "./page-weight";
import { get, pollsOverConstant, readsPerSecond, visibleMs } from "./polling";

/**
 * The live map: drawing in Chromium, and the wire against a running product (`url`, a production build) on its
 * database. Answers the keys of the bench's JSON; milliseconds, bytes, reads a second.
 */
export async function run({
  url,
  databaseUrl,
}: {
  url: string;
  databaseUrl: string;
}): Promise<Record<string, unknown>> {
  const drawn = await drawing();
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  try {
    await makeStadiumEvent(pool);
    const base = `${url}/api/events/${stadiumEvent.id}`;
    const layout = await get(`${base}/layout/${stadiumEvent.planHash}`);
    const availability = await get(`${base}/availability`);
    const reads = {
      pollers10: await readsPerSecond(url, pool, 10, 10_000),
      pollers2000: await readsPerSecond(url, pool, 2_000, 10_000),
    };
    const polls = await pollsOverConstant(url, 4_000);
    const visible = await visibleMs(url, pool, 100);
    return {
      "seatMap.firstDrawMs": drawn.firstDrawMs,
      "seatMap.drawMs": drawn.drawMs,
      "seatMap.frameMs": drawn.frameMs,
      "seatMap.layoutBytes": layout.body.length,
      "seatMap.availabilityBytes": availability.body.length,
      "seatMap.reads": reads,
      "seatMap.pollsOverConstant": polls.share,
      "seatMap.pollsPerSecond": polls.perSecond,
      "seatMap.visibleMs": visible,
      bookingPageJsBytes: await bookingPageJsBytes(url, stadiumEvent.id),
    };
  } finally {
    await pool.end();
  }
}
