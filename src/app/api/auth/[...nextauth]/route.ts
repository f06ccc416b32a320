import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { createContext } from "~/server/api/trpc";
import { authOptions } from "~/server/auth-options";
import { clientIp } from "~/server/http/client-ip";
import { sayRateLimited } from "~/server/http/http-rate-limit";
import { BodyRefused, readWebBody } from "~/server/http/read-body";

type Params = { params: Promise<{ nextauth: string[] }> };

const MOST_BYTES = 64_000;

async function handler(request: NextRequest, context: Params): Promise<Response> {
  const { nextauth } = await context.params;
  // NextAuth would write whatever is posted here into our log.
  if (nextauth[0] === "_log") return new Response(null, { status: 204 });
  const visitor = { db: createContext().db, ip: clientIp(request.headers), userAgent: request.headers.get("user-agent") ?? "" };
  const bounded = await withBoundedBody(request);
  if (bounded instanceof Response) return bounded;
  return sayRateLimited(await NextAuth(bounded, context, authOptions(visitor)));
}

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
