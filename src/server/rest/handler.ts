import { AppError } from "~/domain/errors";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { UNKNOWN_IP } from "~/server/http/client-ip";
import type { Answer, Call, ExchangeHandler } from "~/server/http/exchange";
import { log } from "~/server/log";
import { countCall, outcomeOf, type Outcome } from "~/server/metrics/metrics";
import { corsHeaders } from "./cors";
import type { Endpoint, RestContext } from "./endpoint";
import { once } from "./idempotent";
import { CallLimit, LIMITS } from "./limits";
import { openApiText } from "./openapi";
import { noteRefused } from "~/server/services/security/refused";
import { admit, principalOf, type Principal } from "./principal";
import { asRefusal, problem } from "./problem";
import { readInput } from "./read-input";
import { Router } from "./route";
import { hashOf, nameOf } from "./seal";
import { table } from "./table";
import { writeAnswer } from "./write-answer";

export const DOCUMENT_PATH = "/api/openapi.json";

type Parts = { db: Db; gateway: PaymentGateway; limit?: CallLimit };

/** The public API: one exchange in, one answer out, whatever stands in front of it. */
export function createRest({ db, gateway, limit = new CallLimit() }: Parts): ExchangeHandler {
  const router = new Router(table);

  return async function handle(call: Call): Promise<Answer> {
    const { pathname, searchParams } = new URL(call.target, "http://aisle");
    if (pathname === DOCUMENT_PATH) return document(call);
    const match = router.find(pathname);
    if (!match) return withHeaders(problem(new AppError("NOT_FOUND", "There is no such address.")), corsHeaders(call));
    const methods = allowed(match.rows);
    if (call.method === "OPTIONS") return { status: 204, headers: { allow: methods, ...corsHeaders(call, methods) }, body: "" };
    const cors = corsHeaders(call);
    const row = match.rows.get(call.method === "HEAD" ? "GET" : call.method);
    if (!row) {
      const refusal = new AppError("METHOD_NOT_ALLOWED", `This address takes ${methods}.`);
      return withHeaders(problem(refusal), { allow: methods, ...cors });
    }
    const answer = await answerRow(row, call, match.params, searchParams);
    return withHeaders(call.method === "HEAD" ? { ...answer, body: "" } : answer, cors);
  };

  async function answerRow(row: Endpoint, call: Call, params: Record<string, string>, query: URLSearchParams): Promise<Answer> {
    let headers: Record<string, string> = {};
    const began = performance.now();
    const measure = (outcome: Outcome | null) =>
      countCall({ procedure: `rest.${row.operationId}`, kind: row.method === "GET" ? "query" : "mutation", seconds: (performance.now() - began) / 1_000, outcome });
    const refuse = (error: unknown) => withHeaders(refusalAnswer(row, error), headers);
    try {
      const principal = await principalOf(db, call, row.door).catch((error: unknown) => {
        headers = count(limit, call, null).headers;
        throw error;
      });
      const counted = count(limit, call, principal);
      headers = counted.headers;
      if (counted.refusal) throw counted.refusal;
      const input = () => readInput(row, call, params, query);
      const answer = await perform(row, call, principal, input).catch(async (error: unknown) => {
        await noteRefused({ db, userId: principal.actor?.id ?? null, ip: call.ip, what: row.operationId, error });
        throw error;
      });
      measure(null);
      return withHeaders(answer, headers);
    } catch (error) {
      measure(outcomeOf(asRefusal(error).code));
      return refuse(error);
    }
  }

  async function perform(row: Endpoint, call: Call, principal: Principal, read: () => Record<string, unknown>): Promise<Answer> {
    // Who may not come in at all learns nothing of what their input should be.
    if (row.door !== "anyone" && principal.kind !== "key") admit(row, principal, {});
    const input = read();
    const actor = admit(row, principal, input);
    const key = row.method === "GET" ? undefined : call.headers.get("idempotency-key");
    const who = principal.kind === "key" ? `key:${principal.keyId}` : actor ? `user:${actor.id}` : `nobody:${call.ip}`;
    const id = key === undefined ? null : nameOf(who, clientKeyOf(key), row.operationId);
    const { ip, headers } = call;
    const context: RestContext = {
      db, gateway, actor, ip, sessionId: principal.sessionId, userAgent: headers.get("user-agent") ?? "", requestId: id,
    };
    const run = async (effect: { value: unknown } | null) => {
      const result = effect
        ? await (row.resume?.(context as never, effect.value as never, input as never) ?? effect.value)
        : await row.call(context as never, input as never);
      return writeAnswer(row, call, result);
    };
    if (id === null) return run(null);
    const requestHash = hashOf(JSON.stringify([input, call.body?.toString("utf8") ?? ""]));
    const refuse = (refusal: AppError) => refusalAnswer(row, refusal);
    return once({ db, id, requestHash, clientKey: key!, exactlyOnce: row.again === "once", work: run, refuse });
  }
}

function document(call: Call): Answer {
  if (call.method !== "GET" && call.method !== "HEAD") {
    return withHeaders(problem(new AppError("METHOD_NOT_ALLOWED", "This address takes GET.")), { allow: "GET, HEAD" });
  }
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "public, max-age=300", ...corsHeaders(call) };
  return { status: 200, headers, body: call.method === "HEAD" ? "" : openApiText() };
}

function refusalAnswer(row: Endpoint, error: unknown): Answer {
  const refusal = asRefusal(error);
  const about = { operation: row.operationId, appCode: refusal.code };
  if (refusal.code === "INTERNAL" || refusal.code === "UNAVAILABLE") log.error({ ...about, err: refusal.cause }, refusal.code);
  else if (refusal.logMessage) log.info(about, refusal.logMessage);
  return problem(refusal, row.statuses);
}

function count(limit: CallLimit, call: Call, principal: Principal | null) {
  if (principal?.kind === "key") return limit.count(`key:${principal.keyId}`, LIMITS.known);
  if (principal?.actor) return limit.count(`user:${principal.actor.id}`, LIMITS.known);
  // Where no proxy tells visitors apart they all share one name.
  return limit.count(`ip:${call.ip}`, LIMITS.unknown * (call.ip === UNKNOWN_IP ? 10 : 1));
}

/** @throws AppError INVALID_INPUT */
function clientKeyOf(key: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new AppError("INVALID_INPUT", "An Idempotency-Key has 1 to 255 plain signs.", { field: "Idempotency-Key" });
}

function allowed(rows: ReadonlyMap<string, Endpoint>): string {
  const methods = [...rows.keys()];
  return [...methods, ...(rows.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}

function withHeaders(answer: Answer, more: Record<string, string>): Answer {
  const vary = [answer.headers.vary, more.vary].filter(Boolean).join(", ");
  return { ...answer, headers: { ...answer.headers, ...more, ...(vary && { vary }) } };
}
