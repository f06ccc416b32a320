import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { createCaller } from "~/server/api/root";
import { createContext } from "~/server/api/trpc";
import { claimsFromCookies } from "~/server/session-cookie";

/** A file with all that is kept about who asks. */
export async function GET(request: Request): Promise<Response> {
  const claims = claimsFromCookies(request.headers.get("cookie"));
  try {
    const data = await createCaller(createContext({ claims })).user.exportData();
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": 'attachment; filename="aisle-my-data.json"',
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return Response.json({ message: error.message }, { status: getHTTPStatusCodeFromError(error) });
  }
}
