import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { render } from "@testing-library/react";
import { useState, type ReactNode } from "react";
import type { AppCode } from "~/domain/errors";
import type { AppRouter } from "~/server/api/root";
import { api } from "~/trpc/react";

type Answers = Record<string, (input: never) => unknown>;

/** What a procedure of `renderWithApi` throws to be refused as the server refuses. */
export class Refusal extends Error {
  constructor(
    readonly code: AppCode,
    message: string,
    readonly field: string | null = null,
    readonly facts: Record<string, unknown> | null = null,
  ) {
    super(message);
  }
}

/**
 * Renders with an API whose procedures answer as told: `{ "user.profile": () => ({...}) }`. One that is not told of
 * fails the test's call by its name.
 */
export function renderWithApi(ui: ReactNode, answers: Answers) {
  return render(<Api answers={answers}>{ui}</Api>);
}

function Api({ answers, children }: { answers: Answers; children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  const [client] = useState(() => api.createClient({ links: [answering(answers)] }));
  return (
    <QueryClientProvider client={queryClient}>
      <api.Provider client={client} queryClient={queryClient}>
        {children}
      </api.Provider>
    </QueryClientProvider>
  );
}

function answering(answers: Answers): TRPCLink<AppRouter> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        const answer = answers[op.path];
        void (async () => {
          if (!answer) throw new Error(`nothing answers ${op.path}`);
          const data = await answer(op.input as never);
          observer.next({ result: { type: "data", data } });
          observer.complete();
        })().catch((error: unknown) => observer.error(asWire(error)));
      });
}

function asWire(error: unknown): TRPCClientError<AppRouter> {
  if (!(error instanceof Refusal)) return TRPCClientError.from(error as Error);
  const { code, message, field, facts } = error;
  const data = { code: "BAD_REQUEST", httpStatus: 400, appCode: code, field, facts };
  return TRPCClientError.from({ error: { message, code: -32_600, data } } as never);
}
