import { env } from "~/env";
import { mayRunJobs } from "~/server/jobs/may-run-jobs";
import { findJob } from "~/server/jobs/registry";
import { runJob } from "~/server/jobs/run-job";
import { route } from "~/server/http/route";

export const dynamic = "force-dynamic";
/** Seconds, where the platform asks how long a job may take. */
export const maxDuration = 60;

type Context = { params: Promise<{ job: string }> };

const handler = route("api", async (request, { params }: Context) => {
  if (!mayRunJobs(request.headers.get("authorization"), env.CRON_SECRET)) {
    return Response.json({ error: "This address is for the scheduler." }, { status: 401 });
  }
  const { job: name } = await params;
  const job = findJob(name);
  if (!job) return Response.json({ error: "There is no such job." }, { status: 404 });
  const outcome = await runJob(name, job);
  return Response.json(outcome, { status: outcome.ok ? 200 : 500 });
});

export { handler as GET, handler as POST };
