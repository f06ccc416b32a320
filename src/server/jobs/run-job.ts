import { db } from "~/server/db/db";
import { log } from "~/server/log";
import type { Job } from "./job";

export type JobOutcome = { ok: boolean; job: string; durationMs: number; result?: Record<string, number> };

/** Runs a job once and writes down in JobRun what came of it; a failure is logged, not thrown. */
export async function runJob(name: string, job: Job): Promise<JobOutcome> {
  const from = performance.now();
  const durationMs = () => Math.round(performance.now() - from);
  let runId: string | undefined;
  try {
    const run = await db.jobRun.create({ data: { job: name }, select: { id: true } });
    runId = run.id;
    const result = await job({ db });
    await finish(runId, { result });
    log.info({ job: name, ...result, durationMs: durationMs() }, "job done");
    return { ok: true, job: name, durationMs: durationMs(), result };
  } catch (error) {
    log.error({ job: name, err: error, durationMs: durationMs() }, "job failed");
    const words = error instanceof Error ? error.message : String(error);
    if (runId) await finish(runId, { error: words }).catch(() => undefined);
    return { ok: false, job: name, durationMs: durationMs() };
  }
}

async function finish(
  id: string,
  outcome: { result?: Record<string, number>; error?: string },
): Promise<void> {
  await db.jobRun.update({ where: { id }, data: { ...outcome, finishedAt: new Date() } });
}
