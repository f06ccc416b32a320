import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { toAppError, toTrpcError } from "~/server/api/errors";
import { log } from "~/server/log";
import { foreignCall } from "./origin";
import { securityHeaders, type AnswerKind } from "./security-headers";
import { ourOrigins, siteFacts } from "./site-facts";

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response;

/**
 * An HTTP route of the App: foreign pages are refused where something changes, what is thrown becomes one kind of
 * answer, and every answer carries the headers of its kind.
 */
export function route<Context = unknown>(kind: Extract<AnswerKind, "api" | "file">, handler: Handler<Context>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const refused = foreignCall(request, ourOrigins);
    try {
      return secured(refused ? refusal(refused) : await handler(request, context), kind);
    } catch (error) {
      return secured(refusal(error), kind);
    }
  };
}

/** The answer with the headers of its kind; what it says of caching and of its own policy stands. */
export function secured(response: Response, kind: AnswerKind): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders(kind, siteFacts))) {
    if (!headers.has(name)) headers.set(name, value);
  }
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

/**
 * What was thrown, with its status, as `{ message, appCode }` or as the sentence alone; what is our fault is written
 * down and not told.
 */
export function refusal(error: unknown, as: "json" | "text" = "json"): Response {
  const trpc = error instanceof TRPCError ? error : new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error });
  const app = toAppError(trpc);
  if (!app || app.code === "INTERNAL") log.error({ err: error }, "route");
  const message = app?.userMessage ?? trpc.message;
  const { retryAfterMs } = app?.facts ?? {};
  const init = {
    status: getHTTPStatusCodeFromError(toTrpcError(trpc)),
    headers: retryAfterMs ? { "retry-after": `${Math.ceil(Number(retryAfterMs) / 1_000)}` } : undefined,
  };
  return as === "text" ? new Response(message, init) : Response.json({ message, appCode: app?.code ?? "INTERNAL" }, init);
}
