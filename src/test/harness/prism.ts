import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer as createPrism } from "@stoplight/prism-http-server";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import type { ExchangeHandler } from "~/server/http/exchange";
import { createRest } from "~/server/rest/handler";
import { CallLimit } from "~/server/rest/limits";
import { openApi } from "~/server/rest/openapi";
import type { Got, Sent } from "./rest";
import { answerExchange } from "./serve-exchange";

/** What prism found on its way: `request` is what a client did wrong, `response` what we did. */
type Violation = { location: string[]; severity: string; message: string };

export type SeenByPrism = Got & { violations: Violation[] };

/**
 * Prism, a validating proxy that knows the document alone, in front of an exchange handler on a port of its own. Call it
 * once, at the top of a test file. A test in which an answer was none of the document's fails when it ends.
 *
 * @returns where prism listens, and what it found
 */
export function behindPrism(handler: ExchangeHandler): { url: () => string; seen: () => number } {
  let shop: Server;
  let prism: Awaited<ReturnType<typeof startPrism>>;
  beforeAll(async () => {
    shop = createServer((request, response) => answerExchange(handler, request, response));
    await once(shop.listen(0, "127.0.0.1"), "listening");
    prism = await startPrism(addressOf(shop));
  });
  afterEach(() => expect(prism.mismatches.splice(0)).toEqual([]));
  afterAll(async () => {
    shop.closeAllConnections();
    shop.close();
    await prism.close();
  });
  return { url: () => prism.url, seen: () => prism.seen() };
}

/** The API over this database as a client behind prism finds it; nobody is turned away for coming often. */
export function prismRest(db: Db, gateway: PaymentGateway) {
  const proxy = behindPrism(createRest({ db, gateway, limit: new CallLimit(1_000_000) }));
  return async function call(method: string, target: string, { token, key, body, headers, ip }: Sent = {}): Promise<SeenByPrism> {
    const answer = await fetch(proxy.url() + target, {
      method,
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(key && { "idempotency-key": key }),
        ...(ip && { "x-test-ip": ip }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const violations = JSON.parse(answer.headers.get("sl-violations") ?? "[]") as Violation[];
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text, body: text ? (JSON.parse(text) as Got["body"]) : {}, violations };
  };
}

/** Prism before a shop that stands at `upstream`; `mismatches` says what of its answers the document does not promise. */
export async function startPrism(upstream: string) {
  const operations = await getHttpOperationsFromSpec(openApi());
  const mismatches: string[] = [];
  let seen = 0;
  const server = createPrism(operations, {
    cors: false,
    config: { isProxy: true, upstream: new URL(upstream), upstreamProxy: undefined, errors: false, checkSecurity: true, validateRequest: true, validateResponse: true, mock: { dynamic: false } },
    components: { logger: silent() },
  });
  // What it answers of itself is an answer, too: a fault that it found must not pass for one of ours.
  const { request } = server.prism;
  server.prism.request = (input, ...more) => {
    seen++;
    const found = request(input, ...more);
    return async () => {
      const outcome = await found();
      if (outcome._tag === "Left") mismatches.push(`${input.method} ${input.url.path}: ${String(outcome.left)}`);
      else mismatches.push(...outcome.right.validations.output.map(({ path, message }) => `${input.method} ${input.url.path} ${outcome.right.output.statusCode}: ${path?.join(".")} ${message}`));
      return outcome;
    };
  };
  const url = await server.listen(0, "127.0.0.1");
  return { url, mismatches, seen: () => seen, close: () => server.close() };
}

type Logger = Parameters<typeof createPrism>[1]["components"]["logger"];

function silent(): Logger {
  const quiet = { fatal() {}, error() {}, warn() {}, info() {}, debug() {}, trace() {}, success() {}, child: () => quiet };
  return quiet as unknown as Logger;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
