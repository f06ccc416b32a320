import { env } from "~/env";
import { mayRunJobs } from "~/server/jobs/may-run-jobs";
import { findJob } from "~/server/jobs/registry";
import { runJob } from "~/server/jobs/run-job";

export const dynamic = "force-dynamic";
/** Seconds, where the platform asks how long a job may take. */
export const maxDuration = 60;

async function handler(
  request: Request,
  { params }: { params: Promise<{ job: string }> },
): Promise<Response> {
  if (!mayRunJobs(request.headers.get("authorization"), env.CRON_SECRET)) {
    return Response.json({ error: "This address is for the scheduler." }, { status: 401 });
  }
  const { job: name } = await params;
  const job = findJob(name);
  if (!job) return Response.json({ error: "There is no such job." }, { status: 404 });
  const outcome = await runJob(name, job);
  return Response.json(outcome, { status: outcome.ok ? 200 : 500 });
}

export { handler as GET, handler as POST };
