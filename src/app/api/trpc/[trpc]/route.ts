import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "~/server/api/root";
import { createContext } from "~/server/api/trpc";
import { claimsFromCookies, cookieFor } from "~/server/auth";
import { clientIp } from "~/server/client-ip";

async function handler(request: Request): Promise<Response> {
  const claims = await claimsFromCookies(request.headers.get("cookie"));
  const ip = clientIp(request.headers);
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: ({ resHeaders }) =>
      createContext({
        claims,
        ip,
        continueAs: async (next) => resHeaders.append("Set-Cookie", await cookieFor(next)),
      }),
  });
}

export { handler as GET, handler as POST };
