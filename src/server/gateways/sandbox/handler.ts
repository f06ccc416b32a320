import { timingSafeEqual } from "node:crypto";
import { BankRefusal, type Bank } from "./bank";
import { asOfNow, faultsOn, setFaults, type FaultRule } from "./faults";
import { createOrder, findOrder } from "./orders";
import { capture, pay, payment, paymentsOf } from "./payments";
import { findRefund, refund } from "./refunds";
import { sweep } from "./webhooks";

type Route = {
  method: "GET" | "POST" | "PUT";
  path: RegExp;
  on: FaultRule["on"] | null;
  run: (bank: Bank, id: string, body: unknown, request: Request) => Promise<object | null>;
};

const routes: Route[] = [
  { method: "POST", path: /^\/v1\/orders$/, on: "orders", run: (bank, _, body) => createOrder(bank, body) },
  { method: "GET", path: /^\/v1\/orders\/(\w+)$/, on: "fetch", run: (bank, id) => findOrder(bank, id) },
  { method: "GET", path: /^\/v1\/orders\/(\w+)\/payments$/, on: "fetch", run: (bank, id) => paymentsOf(bank, id) },
  { method: "GET", path: /^\/v1\/payments\/(\w+)$/, on: "fetch", run: (bank, id) => payment(bank, id) },
  { method: "POST", path: /^\/v1\/payments\/(\w+)\/capture$/, on: "capture", run: capture },
  {
    method: "POST",
    path: /^\/v1\/payments\/(\w+)\/refund$/,
    on: "refund",
    run: (bank, id, body, request) => refund(bank, id, body, request.headers.get("x-refund-idempotency")),
  },
  { method: "GET", path: /^\/v1\/refunds\/(\w+)$/, on: "fetch", run: (bank, id) => findRefund(bank, id) },
  // Not Razorpay's: the checkout dialog's deed, and the bank's bad habits.
  { method: "POST", path: /^\/v1\/sandbox\/pay$/, on: "pay", run: (bank, _, body) => pay(bank, body) },
  { method: "PUT", path: /^\/v1\/sandbox\/faults$/, on: null, run: (bank, _, body) => setFaults(bank, body) },
];

/**
 * The bank as a function from request to answer. The path is taken from "/v1" on, so that it may be served
 * anywhere.
 */
export async function serveBank(bank: Bank, request: Request): Promise<Response> {
  try {
    if (!isKnown(bank, request.headers.get("authorization"))) {
      throw new BankRefusal(401, "Authentication failed");
    }
    const path = new URL(request.url).pathname.replace(/^.*?(?=\/v1\/)/, "");
    const route = routes.find((candidate) => candidate.method === request.method && candidate.path.test(path));
    if (!route) throw new BankRefusal(404, "The requested URL was not found on the server.");
    const id = route.path.exec(path)?.[1] ?? "";
    const body = request.method === "GET" ? null : await request.json().catch(() => null);
    const today = route.on === null ? bank : await asOfNow(bank);
    return await misbehave(today, route, async () => {
      const answer = await route.run(today, id, body, request);
      if (!answer) throw new BankRefusal(400, "The id provided does not exist");
      return Response.json(answer);
    });
  } catch (error) {
    if (!(error instanceof BankRefusal)) throw error;
    return Response.json({ error: { code: error.code, description: error.message } }, { status: error.status });
  } finally {
    sweep(bank);
  }
}

async function misbehave(bank: Bank, { on }: Route, work: () => Promise<Response>): Promise<Response> {
  if (on === null) return work();
  const fault = await faultsOn(bank, on);
  const slow = await fault("slow");
  if (slow) await new Promise((resolve) => setTimeout(resolve, slow.ms ?? 1_000));
  if (await fault("error")) throw new BankRefusal(500, "We are facing some trouble completing your request");
  if (await fault("refuse")) throw new BankRefusal(400, "The request was refused");
  const lost = await fault("lostAnswer");
  const answer = await work();
  return lost ? cutOff() : answer;
}

/** Headers, half a word, and the line goes dead. */
function cutOff(): Response {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"id":')),
    pull: (controller) => controller.error(new Error("the sandbox cut the line, as it was asked to")),
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
}

function isKnown(bank: Bank, header: string | null): boolean {
  const expected = Buffer.from(`Basic ${Buffer.from(`${bank.keyId}:${bank.keySecret}`).toString("base64")}`);
  const given = Buffer.from(header ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
