import { getTRPCErrorFromUnknown, getTRPCErrorShape, transformTRPCResponse, TRPCError } from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import type { Answer, Call } from "~/server/http/exchange";
import { doorTokenFrom } from "~/server/http/door-token";
import { refusedCall } from "~/server/http/origin";
import { securityHeaders } from "~/server/http/security-headers";
import { ourOrigins, siteFacts } from "~/server/http/site-facts";
import { claimsFromCookies, cookieFor } from "~/server/session-cookie";
import { askedOf } from "./asked";
import { unreadable } from "./from-wire";
import { appRouter } from "./root";
import { createContext, type Context } from "./trpc";

const { _config: config } = appRouter._def;
const procedures = appRouter._def.procedures as unknown as Record<string, Procedure | undefined>;

/** A procedure, by what tRPC's own handlers call it with. */
type Procedure = {
  (call: {
    path: string;
    type: "query" | "mutation";
    ctx: Context;
    getRawInput: () => Promise<unknown>;
    signal: undefined;
    batchIndex: number;
  }): Promise<unknown>;
  _def: { type: "query" | "mutation" | "subscription" };
};

type Outcome = { result: { data: unknown } } | { error: ReturnType<typeof getTRPCErrorShape> };

/**
 * tRPC's HTTP, as far as our clients speak it: single calls and batches of JSON, answered as a whole. tRPC's own
 * handler does the same through a web Request and Response and takes three times as long (docs/decisions/0090);
 * a test holds the two against each other.
 */
export async function answerCalls({ method, target, headers, body, ip }: Call): Promise<Answer> {
  if (method === "HEAD") return { status: 204, headers: HEADERS, body: "" };
  const { paths, batch, input } = askedOf(target);
  const cookies: string[] = [];
  const ctx = createContext({
    claims: claimsFromCookies(headers.get("cookie")),
    doorToken: doorTokenFrom(headers),
    ip,
    refused: refusedCall({ method, headers }, ourOrigins),
    counted: true,
    continueAs: (next) => void cookies.push(cookieFor(next)),
  });
  const inputs = inputsOf(method === "GET" ? input : body, batch);
  const type = method === "GET" ? "query" : "mutation";
  const outcomes = batch
    ? await Promise.all(paths.map((path, index) => outcomeOf(path, type, ctx, () => inputs(index), index)))
    : await outcomeOf(paths[0]!, type, ctx, () => inputs(0), 0);
  return {
    status: getHTTPStatusCode(outcomes as never),
    headers: { ...HEADERS, ...retryAfter([outcomes].flat()), ...(cookies.length > 0 && { "set-cookie": cookies }) },
    body: JSON.stringify(transformTRPCResponse(config, outcomes as never)),
  };
}

const HEADERS = { ...securityHeaders("api", siteFacts), "content-type": "application/json", vary: "trpc-accept, accept" };

/** When one of these calls may be tried again, in whole seconds. */
function retryAfter(outcomes: readonly Outcome[]): Record<string, string> {
  const waits = outcomes.map((one) => ("error" in one ? Number((one.error.data as { facts?: { retryAfterMs?: number } | null }).facts?.retryAfterMs ?? 0) : 0));
  const longestMs = Math.max(0, ...waits);
  return longestMs > 0 ? { "retry-after": `${Math.ceil(longestMs / 1_000)}` } : {};
}

async function outcomeOf(path: string, type: "query" | "mutation", ctx: Context, input: () => unknown, batchIndex: number): Promise<Outcome> {
  try {
    const procedure = Object.hasOwn(procedures, path) ? procedures[path] : undefined;
    if (!procedure) throw new TRPCError({ code: "NOT_FOUND", message: `No procedure found on path "${path}"` });
    if (procedure._def.type !== type) throw wrongMethod(procedure, type, path);
    // An async function: what cannot be read is refused after the guards, as everything about an input is.
    return { result: { data: await procedure({ path, type, ctx, getRawInput: async () => input(), signal: undefined, batchIndex }) } };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    return { error: getTRPCErrorShape({ config, error, path, type, ctx, input: undefined }) };
  }
}

function wrongMethod({ _def }: Procedure, type: "query" | "mutation", path: string): TRPCError {
  const method = type === "query" ? "GET" : "POST";
  return new TRPCError({
    code: "METHOD_NOT_SUPPORTED",
    message: `Unsupported ${method}-request to ${_def.type} procedure at path "${path}"`,
  });
}

/** The input of each call, parsed when the first asks for its own: strangers' calls end at the guards before that. */
function inputsOf(sent: string | Buffer | null, batch: boolean): (index: number) => unknown {
  let parsed: unknown;
  let isParsed = false;
  return (index) => {
    if (!isParsed) parsed = parse(sent);
    isParsed = true;
    if (parsed === undefined) return undefined;
    const one = batch ? inputAt(parsed, index) : parsed;
    return one === undefined ? undefined : config.transformer.input.deserialize(one);
  };
}

function inputAt(parsed: unknown, index: number): unknown {
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw unreadable();
  return (parsed as Record<number, unknown>)[index];
}

function parse(sent: string | Buffer | null): unknown {
  if (sent === null || sent.length === 0) return undefined;
  try {
    return JSON.parse(sent.toString()) as unknown;
  } catch {
    throw unreadable();
  }
}
