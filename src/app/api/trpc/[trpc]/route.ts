import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "~/server/api/root";
import { createContext } from "~/server/api/trpc";
import { claimsFromCookies } from "~/server/auth";

async function handler(request: Request): Promise<Response> {
  const claims = await claimsFromCookies(request.headers.get("cookie"));
  const ip = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() || "local";
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => createContext({ claims, ip }),
  });
}

export { handler as GET, handler as POST };
