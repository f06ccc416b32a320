import { getTRPCErrorShape, transformTRPCResponse, TRPCError, type TRPC_ERROR_CODE_KEY } from "@trpc/server";
import { AppError } from "~/domain/errors";
import type { Answer, Head, Mount, RefusalStatus } from "~/server/http/exchange";
import { securityHeaders } from "~/server/http/security-headers";
import { siteFacts } from "~/server/http/site-facts";
import { answerCalls } from "./answer-calls";
import { askedOf, MOST_CALLS } from "./asked";
import { appRouter } from "./root";

const SMALL = 64_000;
/** A seating plan of 50,000 seats. */
const LARGE = 8_000_000;
const takesMuch = new Set(["venue.importPlan", "venue.savePlanDraft"]);

const codes: Record<RefusalStatus, TRPC_ERROR_CODE_KEY> = {
  400: "BAD_REQUEST",
  405: "METHOD_NOT_SUPPORTED",
  408: "TIMEOUT",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  503: "SERVICE_UNAVAILABLE",
};

/** tRPC's part of the API, for the front and for the App route. */
export const trpcMount: Mount = {
  answers: (path) => path.startsWith("/api/trpc/"),
  calls: ({ target }) => askedOf(target).paths.length,
  mostBytes: ({ target }) => (askedOf(target).paths.some((path) => takesMuch.has(path)) ? LARGE : SMALL),
  fault,
  refusal,
  handler: answerCalls,
};

const bad = (status: RefusalStatus, words: string) => ({ status, error: new AppError("INVALID_INPUT", words) });

/** What no call may be. Only JSON: anything else a plain form of a foreign page could send in a visitor's name. */
function fault({ method, target, headers }: Head) {
  const { paths } = askedOf(target);
  if (paths.length > MOST_CALLS) return bad(400, `That is too much at once: ${MOST_CALLS} calls are the most.`);
  if (method === "GET" || method === "HEAD") return null;
  if (method !== "POST") return bad(405, "Calls are made by GET or POST.");
  const json = headers.get("content-type")?.startsWith("application/json");
  return json ? null : bad(415, "Calls are JSON: send them with content-type application/json.");
}

/** The same refusal for each call of a request, as the procedures would have thrown it. */
function refusal({ target }: Head, error: AppError, status: RefusalStatus): Answer {
  const { paths, batch } = askedOf(target);
  const code = codes[status];
  const known = `${code} ${error.message} ${batch} ${paths.join()}`;
  const body = told.get(known) ?? tell(new TRPCError({ code, message: error.message, cause: error }), paths, batch);
  if (paths.every((path) => path in appRouter._def.procedures) && told.size < MOST_TOLD) told.set(known, body);
  const { retryAfterMs } = error.facts ?? {};
  const later: Record<string, string> = retryAfterMs ? { "retry-after": `${Math.ceil(Number(retryAfterMs) / 1_000)}` } : {};
  return { status, headers: { ...HEADERS, ...later }, body };
}

/** Written once for each procedure: 5,000 who come at once are told BUSY in the same words. */
const told = new Map<string, string>();
const MOST_TOLD = 500;
const HEADERS = { ...securityHeaders("api", siteFacts), "content-type": "application/json" };

function tell(error: TRPCError, paths: string[], batch: boolean): string {
  const { _config: config } = appRouter._def;
  const shapes = paths.slice(0, MOST_CALLS).map((path) => ({
    error: getTRPCErrorShape({ config, error, path, type: "unknown", ctx: undefined, input: undefined }),
  }));
  return JSON.stringify(transformTRPCResponse(config, batch ? shapes : shapes[0]!));
}
