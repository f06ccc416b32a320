import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { arrival, headersOf } from "~/server/api/arrival";
import { Door } from "~/server/api/door";
import { appRouter } from "~/server/api/root";
import { createContext } from "~/server/api/trpc";
import { claimsFromCookies, cookieFor } from "~/server/auth";

const door = new Door();

async function handler(request: Request): Promise<Response> {
  const leave = door.enter();
  try {
    return await answer(request, leave === null);
  } finally {
    leave?.();
  }
}

async function answer(request: Request, turnedAway: boolean): Promise<Response> {
  const claims = turnedAway ? null : await claimsFromCookies(request.headers.get("cookie"));
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    responseMeta: ({ errors }) => ({ headers: headersOf(errors) }),
    createContext: ({ resHeaders }) =>
      createContext({
        claims,
        turnedAway,
        ...arrival(request),
        continueAs: async (next) => resHeaders.append("Set-Cookie", await cookieFor(next)),
      }),
  });
}

export { handler as GET, handler as POST };
