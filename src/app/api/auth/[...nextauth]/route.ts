import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { createContext } from "~/server/api/trpc";
import { authOptions } from "~/server/auth-options";
import { clientIp } from "~/server/http/client-ip";
import { deviceCookie } from "~/server/services/account/known-device";
import { sayRateLimited } from "~/server/http/http-rate-limit";
import { BodyRefused, readWebBody } from "~/server/http/read-body";
import { route } from "~/server/http/route";

type Params = { params: Promise<{ nextauth: string[] }> };

const MOST_BYTES = 64_000;

const handler = route("api", async (request, context: Params) => {
  const { nextauth } = await context.params;
  // NextAuth would write whatever is posted here into our log.
  if (nextauth[0] === "_log") return new Response(null, { status: 204 });
  let signedIn: string | null = null;
  const visitor = { db: createContext().db, ip: clientIp(request.headers), userAgent: request.headers.get("user-agent") ?? "" };
  const options = authOptions({
    ...visitor,
    cookies: request.headers.get("cookie"),
    onSignIn: (userId) => (signedIn = userId),
  });
  const bounded = await withBoundedBody(request as NextRequest);
  if (bounded instanceof Response) return bounded;
  const response = await sayRateLimited(await NextAuth(bounded, context, options));
  if (signedIn) response.headers.append("set-cookie", deviceCookie(signedIn));
  return response;
});

/** What NextAuth would read whole, however long it is. */
async function withBoundedBody(request: NextRequest): Promise<NextRequest | Response> {
  if (!request.body) return request;
  try {
    const body = await readWebBody(request, MOST_BYTES);
    return new NextRequest(request.url, { method: request.method, headers: request.headers, body: body && new Uint8Array(body) });
  } catch (error) {
    if (error instanceof BodyRefused) return new Response(error.message, { status: error.status });
    throw error;
  }
}

export { handler as GET, handler as POST };
