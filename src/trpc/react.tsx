"use client";

import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { httpBatchLink, httpLink, splitLink } from "@trpc/client";
import { createTRPCReact } from "@trpc/react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { useState, type ReactNode } from "react";
import { wire } from "~/lib/wire";
import type { AppRouter } from "~/server/api/root";
import { createQueryClient } from "./query-client";

export const api = createTRPCReact<AppRouter>();

export type { AppRouter };
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** The server takes no more in one request (server/api/asked.ts). */
const MOST_CALLS = 10;
/** Calls that caches answer: each its own GET, never in a batch. */
const unbatched = new Set(["event.seatLayout", "event.seatAvailability"]);

let browserClient: QueryClient | undefined;
function getQueryClient(): QueryClient {
  if (typeof window === "undefined") return createQueryClient();
  return (browserClient ??= createQueryClient());
}

/** Gives the pages below it the API and its cache. */
export function TRPCReactProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [client] = useState(() => {
    const url = `${typeof window === "undefined" ? "" : window.location.origin}/api/trpc`;
    return api.createClient({
      links: [
        splitLink({
          condition: (op) => unbatched.has(op.path),
          true: httpLink({ url, transformer: wire }),
          false: httpBatchLink({ url, transformer: wire, maxURLLength: 4_000, maxItems: MOST_CALLS }),
        }),
      ],
    });
  });
  return (
    <QueryClientProvider client={queryClient}>
      <api.Provider client={client} queryClient={queryClient}>
        {children}
      </api.Provider>
    </QueryClientProvider>
  );
}
