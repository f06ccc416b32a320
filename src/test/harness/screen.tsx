import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { httpLink } from "@trpc/client";
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactElement } from "react";
import { wire } from "~/lib/wire";
import { beforeEach, vi } from "vitest";
import { appRouter } from "~/server/api/root";
import { createContext, type Context } from "~/server/api/trpc";
import { answerAvailability, answerLayout } from "~/server/seat-answers";
import { api } from "~/trpc/react";
import { underWay } from "./under-way";

type SignedIn = { id: string; sessionVersion?: number };

// Polls answer between a test's own steps: what they draw is waited for with findBy, not wrapped.
beforeEach(() => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));

/**
 * A screen as a buyer has it, over the real API: procedures, formatter, wire format and database are the product's,
 * only the network is left out. `visited` lists where the screen sent its reader.
 *
 * @param options.parts exchanges a part of the context: a gateway
 * @param options.lose asked for each call; true: the network loses it
 */
export function renderScreen(
  screen: ReactElement,
  options: { user: SignedIn | null; parts?: Partial<Context>; lose?: (path: string) => boolean },
) {
  const { user, parts, lose } = options;
  const claims = user && { userId: user.id, sessionVersion: user.sessionVersion ?? 1, sessionId: null };
  const client = api.createClient({
    links: [
      httpLink({
        url: "http://localhost/api/trpc",
        transformer: wire,
        fetch: async (url, init) => {
          const request = new Request(String(url), { ...init, signal: null } as RequestInit);
          if (lose?.(new URL(request.url).pathname)) throw new TypeError("Failed to fetch");
          return underWay(
            fetchRequestHandler({
              endpoint: "/api/trpc",
              req: request,
              router: appRouter,
              createContext: () => createContext({ claims, ...parts }),
            }),
          );
        },
      }),
    ],
  });
  const network = globalThis.fetch;
  vi.stubGlobal("fetch", async (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(new URL(String(input), "http://localhost"), {
      ...init,
      signal: null,
    } as RequestInit);
    const { pathname } = new URL(request.url);
    const [, eventId, what, planHash] =
      /^\/api\/events\/([^/]+)\/(availability|layout)(?:\/(.+))?$/.exec(pathname) ?? [];
    if (!eventId) return network(input, init);
    if (lose?.(pathname)) throw new TypeError("Failed to fetch");
    const { db } = createContext(parts);
    return underWay(
      what === "layout"
        ? answerLayout(request, { db, eventId, planHash: planHash ?? "" })
        : answerAvailability(request, { db, eventId }),
    );
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const visited: string[] = [];
  const go = (href: string) => void visited.push(href);
  const router = { push: go, replace: go, prefetch() {}, refresh() {}, back() {}, forward() {} };
  const wrap = (child: ReactElement) => (
    <AppRouterContext value={router as unknown as AppRouterInstance}>
      <QueryClientProvider client={queryClient}>
        <api.Provider client={client} queryClient={queryClient}>
          {child}
        </api.Provider>
      </QueryClientProvider>
    </AppRouterContext>
  );
  const view = render(wrap(screen));
  return { ...view, rerender: (next: ReactElement) => view.rerender(wrap(next)), visited, queryClient };
}
