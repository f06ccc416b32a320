export const dynamic = "force-dynamic";

/** Whether this process answers at all: a balancer must not take it out because the database is away (that is /api/health). */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
