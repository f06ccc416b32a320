import { route } from "~/server/http/route";

export const dynamic = "force-dynamic";

/** Whether this process answers at all: a balancer must not take it out because the database is away (that is /api/health). */
export const GET = route("api", () => {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
});
