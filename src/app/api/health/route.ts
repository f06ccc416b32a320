import { health } from "~/server/health";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const ok = await health();
  const body = ok ? { status: "ok", database: "ok" } : { status: "unavailable", database: "away" };
  return Response.json(body, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
