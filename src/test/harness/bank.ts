import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import type { Db } from "~/server/db/db";
import { razorpay } from "~/server/gateways/razorpay";
import type { PaymentGateway } from "~/server/gateways/payment";
import type { Bank } from "~/server/gateways/sandbox/bank";
import type { FaultRule } from "~/server/gateways/sandbox/faults";
import { serveBank } from "~/server/gateways/sandbox/handler";
import { deliverDue } from "~/server/gateways/sandbox/webhooks";
import { processWebhook } from "~/server/services/sale/money/webhooks/process-webhook";
import { receiveWebhook } from "~/server/services/sale/money/webhooks/receive-webhook";
import { underWay } from "./under-way";

const keys = { keyId: "rzp_test_aisle", keySecret: "the test's key secret", webhookSecret: "the test's webhook secret" };

/**
 * The sandbox bank on a port of its own, with the product's client to it and the product's webhook door: real HTTP
 * both ways. Webhooks wait until `deliver()`. Call it once, at the top of a test file.
 */
export function testBank(db: Db, options: { lateMs?: number } = {}) {
  const bank: Bank = { db, ...keys, webhookUrl: "", lateMs: options.lateMs ?? 0, delivery: "manual" };
  const gateway = { name: "sandbox" } as PaymentGateway;
  let base = "";
  const server = createServer((request, response) => void underWay(answer(request, response)));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const webRequest = new Request(new URL(request.url ?? "/", "http://bank.test"), {
      method: request.method,
      headers: request.headers as Record<string, string>,
      body: body.length > 0 ? body : undefined,
    });
    const isWebhook = webRequest.url.endsWith("/webhook");
    const answered = await (isWebhook ? takeWebhook(webRequest) : serveBank(bank, webRequest)).catch(
      (error: unknown) => new Response(String(error), { status: 500 }),
    );
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    try {
      response.end(Buffer.from(await answered.arrayBuffer()));
    } catch {
      response.destroy();
    }
  }

  async function takeWebhook(request: Request): Promise<Response> {
    const { status, webhookId } = await receiveWebhook({
      db,
      gateway,
      rawBody: await request.text(),
      signature: request.headers.get("x-razorpay-signature"),
      eventId: request.headers.get("x-razorpay-event-id"),
    });
    if (webhookId && harness.actOnWebhooks) await processWebhook({ db, gateway, webhookId });
    return new Response(null, { status });
  }

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    bank.webhookUrl = `${base}/webhook`;
    Object.assign(gateway, razorpay({ name: "sandbox", baseUrl: base, ...keys }));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const harness = {
    gateway,
    bank,
    /** False: webhooks are stored and answered, and the process dies before it acts on them. */
    actOnWebhooks: true,
    /** Sends what webhooks wait. @returns how many the product took */
    deliver: () => deliverDue(bank),
    /** What the bank does wrong from now on, until the database is emptied. */
    misbehave: async (...rules: FaultRule[]) => {
      const response = await fetch(`${base}/v1/sandbox/faults`, {
        method: "PUT",
        headers: { authorization: `Basic ${Buffer.from(`${keys.keyId}:${keys.keySecret}`).toString("base64")}` },
        body: JSON.stringify({ rules }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
  };
  return harness;
}
