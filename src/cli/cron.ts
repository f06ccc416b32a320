import { Cron } from "croner";
import { schedule } from "~/server/jobs/schedule";
import type { Say } from "~/cli/say";

/**
 * Calls the cron routes over HTTP as a hosting platform would. A job that still runs is not called again.
 *
 * @returns what stops it
 */
export function startCron(options: { address: string; secret: string; say: Say }): () => void {
  const crons = Object.entries(schedule).map(
    ([job, pattern]) => new Cron(pattern, { timezone: "UTC", protect: true }, () => callJob(job, options)),
  );
  return () => crons.forEach((cron) => cron.stop());
}

async function callJob(
  job: string,
  { address, secret, say }: { address: string; secret: string; say: Say },
): Promise<void> {
  try {
    const answer = await fetch(`${address}/api/cron/${job}`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(55_000),
    });
    const text = await answer.text();
    if (!answer.ok) say(`  Cron: ${job} answered ${answer.status} ${text.slice(0, 200)}`);
  } catch (error) {
    say(`  Cron: ${job} could not be called (${(error as Error).message})`);
  }
}
