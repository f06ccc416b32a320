import "server-only";
import { createHydrationHelpers } from "@trpc/react-query/rsc";
import { headers } from "next/headers";
import { cache } from "react";
import { createCaller, type AppRouter } from "~/server/api/root";
import { createContext } from "~/server/api/trpc";
import { claimsFromCookies, currentUser } from "~/server/auth";
import { createQueryClient } from "./query-client";

const context = cache(async () => {
  const claims = await claimsFromCookies((await headers()).get("cookie"));
  return createContext({ claims, viewer: currentUser });
});

const getQueryClient = cache(createQueryClient);
const caller = createCaller(context);

/** For server components: `api.event.byId(...)` reads, `api.event.byId.prefetch(...)` fills `HydrateClient`. */
export const { trpc: api, HydrateClient } = createHydrationHelpers<AppRouter>(caller, getQueryClient);
