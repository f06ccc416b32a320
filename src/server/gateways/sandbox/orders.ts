import { z } from "zod";
import { BankRefusal, newId, unixNow, type Bank } from "./bank";

const orderRequest = z.object({
  amount: z.number().int(),
  currency: z.literal("INR"),
  receipt: z.string().max(40).optional(),
  unique_receipt: z.boolean().optional(),
  notes: z.record(z.string(), z.string()).optional(),
});

type OrderBody = { amount: number; currency: string; receipt: string | null; status: "created" | "paid"; notes: object; created_at: number };

/** POST /v1/orders. With `unique_receipt` a second order of the same receipt is the first one. */
export async function createOrder(bank: Bank, request: unknown) {
  const parsed = orderRequest.safeParse(request);
  if (!parsed.success) throw new BankRefusal(400, "The order is not well formed");
  const { amount, currency, receipt = null, notes = {} } = parsed.data;
  if (amount < 100) throw new BankRefusal(400, "The amount must be at least INR 1.00");
  const body: OrderBody = { amount, currency, receipt, status: "created", notes, created_at: unixNow() };
  const key = parsed.data.unique_receipt ? receipt : null;
  // Changed into itself, so that the first order of a receipt is what comes back.
  const [order] = await bank.db.$queryRaw<{ id: string; body: OrderBody }[]>`
    INSERT INTO "SandboxRecord" AS o (id, kind, "idempotencyKey", body) VALUES (${newId("order")}, 'order', ${key}, ${JSON.stringify(body)}::jsonb)
    ON CONFLICT (kind, "idempotencyKey") DO UPDATE SET kind = o.kind RETURNING o.id, o.body`;
  if (!order) throw new BankRefusal(500, "The order was lost");
  if (order.body.amount !== amount) throw new BankRefusal(400, "The receipt belongs to an order of another amount");
  return { id: order.id, entity: "order", ...order.body };
}

/** The order, or null. */
export async function findOrder(bank: Bank, id: string) {
  const order = await bank.db.sandboxRecord.findUnique({ where: { id } });
  return order?.kind === "order" ? { id, entity: "order" as const, ...(order.body as unknown as OrderBody) } : null;
}
