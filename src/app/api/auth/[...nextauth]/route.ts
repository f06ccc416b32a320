import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { createContext } from "~/server/api/trpc";
import { authOptions } from "~/server/auth-options";
import { clientIp } from "~/server/http/client-ip";
import { deviceCookie } from "~/server/services/account/known-device";
import { sayRateLimited } from "~/server/http/http-rate-limit";
import { route } from "~/server/http/route";

type Params = { params: Promise<{ nextauth: string[] }> };

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
  const response = await sayRateLimited(await NextAuth(request as NextRequest, context, options));
  if (signedIn) response.headers.append("set-cookie", deviceCookie(signedIn));
  return response;
});

export { handler as GET, handler as POST };
