import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import type { ExchangeHandler } from "~/server/http/exchange";
import { createRest } from "~/server/rest/handler";
import { CallLimit } from "~/server/rest/limits";
import { Router } from "~/server/rest/route";
import { table } from "~/server/rest/table";
import { openTokens } from "~/server/services/tokens/issue-pair";
import { faultsOf } from "./rest-document";

export type Sent = { token?: string; key?: string; body?: unknown; headers?: Record<string, string>; ip?: string };
export type Got = { status: number; headers: Record<string, string>; text: string; body: Record<string, unknown> & { appCode?: string } };

const router = new Router(table);

/** The public API as a client far away finds it; an answer that its own document does not promise fails the test. */
export function restClient(handler: ExchangeHandler) {
  return async function call(method: string, target: string, sent: Sent = {}): Promise<Got> {
    const { token, key, body, ip = "203.0.113.7" } = sent;
    const bytes = body === undefined ? null : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
    const headers = new Map(
      Object.entries({
        ...(bytes && { "content-type": "application/json" }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(key && { "idempotency-key": key }),
        ...sent.headers,
      }),
    );
    const answer = await handler({ method, target, headers, body: bytes, ip });
    const text = answer.body.toString();
    const parsed = text === "" ? undefined : (JSON.parse(text) as Got["body"]);
    const pathname = new URL(target, "http://aisle").pathname;
    const path = router.find(pathname)?.rows.get(method)?.path;
    if (path) {
      const type = String(answer.headers["content-type"] ?? "");
      const [fault] = faultsOf(path, method, { status: answer.status, type, body: parsed, headers: answer.headers });
      if (fault) throw new Error(`the document does not promise this: ${fault}`);
    }
    return { status: answer.status, headers: answer.headers as Record<string, string>, text, body: parsed ?? {} };
  };
}

/** The API over this database; nobody is turned away for coming often. */
export function testRest(db: Db, gateway: PaymentGateway) {
  return restClient(createRest({ db, gateway, limit: new CallLimit(1_000_000) }));
}

/** An access token of a session of its own. */
export async function tokenFor(db: Db, user: { id: string }): Promise<string> {
  return (await openTokens({ db, userId: user.id, ip: "", userAgent: "a test" })).accessToken;
}

/** Asks again where the answer is "too many at once", as the answer says and every client does. */
export async function untilServed(ask: () => Promise<Got>): Promise<Got> {
  for (let tries = 0; tries < 20; tries++) {
    const answer = await ask();
    if (answer.status !== 503) return answer;
  }
  throw new Error("it was too busy twenty times over");
}
