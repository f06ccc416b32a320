import { Pool } from "pg";
import { drawing } from "./drawing";
import { editing, importing } from "./editing";
import { makeStadiumEvent, stadiumEvent } from "./fixture";
import { bookingPageJsBytes } from "./page-weight";
import { get, pollsOverConstant, readsPerSecond, visibleMs } from "./polling";

/**
 * The live map: drawing in Chromium, and the wire against a running product (`url`, a production build) on its
 * database. Answers what goes into the bench's JSON; milliseconds, bytes on the wire, reads a second.
 */
export async function run({
  url,
  databaseUrl,
  quick = false,
  say,
}: {
  url: string;
  databaseUrl: string;
  quick?: boolean;
  say: (line: string) => void;
}): Promise<Record<string, unknown>> {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  const durationMs = quick ? 4_000 : 10_000;
  try {
    await makeStadiumEvent(pool);
    const bookingPageJs = await bookingPageJsBytes(url, stadiumEvent.id);
    say(`booking page: ${bookingPageJs} bytes of JavaScript`);
    const drawn = await drawing({ rounds: quick ? 1 : 5 });
    say(`50,000 seats: first draw ${drawn.firstDrawMs.toFixed(0)} ms`);
    const editor = await editing();
    say(`plan editor: an edit ${editor.editMs.toFixed(0)} ms, a frame of a drag ${editor.frameMs.toFixed(0)} ms`);
    const base = `${url}/api/events/${stadiumEvent.id}`;
    const layout = await get(`${base}/layout/${stadiumEvent.planHash}`);
    const availability = await get(`${base}/availability`);
    const reads = {
      pollers10: await readsPerSecond(url, pool, 10, durationMs),
      pollers2000: await readsPerSecond(url, pool, 2_000, durationMs),
    };
    say(
      `reads a second: ${reads.pollers10.perSecond} of 10 pollers, ${reads.pollers2000.perSecond} of 2,000`,
    );
    const polls = await pollsOverConstant(url, quick ? 1_000 : 4_000);
    const visible = await visibleMs(url, pool, quick ? 20 : 200);
    return {
      seatMap: {
        ...drawn,
        layoutBytes: layout.body.length,
        availabilityBytes: availability.body.length,
        reads,
        pollsOverConstant: polls.share,
        pollsPerSecond: polls.perSecond,
        visibleMs: visible,
      },
      editor,
      import: importing(),
      bookingPageJsBytes: bookingPageJs,
    };
  } finally {
    await pool.end();
  }
}
