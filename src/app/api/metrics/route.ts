import { env } from "~/env";
import { route } from "~/server/http/route";
import { mayRunJobs } from "~/server/jobs/may-run-jobs";
import { collect } from "~/server/metrics/collect";

export const dynamic = "force-dynamic";

export const GET = route("api", async (request) => {
  if (!mayRunJobs(request.headers.get("authorization"), env.METRICS_SECRET ?? env.CRON_SECRET)) {
    return Response.json({ error: "This address is for Prometheus." }, { status: 401 });
  }
  return new Response(await collect(), { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" } });
});
