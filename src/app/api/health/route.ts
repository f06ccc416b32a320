import { health } from "~/server/health";
import { route } from "~/server/http/route";

export const dynamic = "force-dynamic";

export const GET = route("api", async () => {
  const ok = await health();
  const body = ok ? { status: "ok", database: "ok" } : { status: "unavailable", database: "away" };
  return Response.json(body, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
});
