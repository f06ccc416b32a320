import { describe, expect, it } from "vitest";
import type { GatewayRefund, PaymentGateway } from "~/server/gateways/payment";
import { attemptRefund } from "~/server/services/sale/money/attempt-refund";
import { makeUser } from "../factories";
import { testBank } from "../harness/bank";
import { callerFor } from "../harness/callers";
import { testDb } from "../harness/database";
import { makeSale } from "../harness/sale";
import { finish } from "./finish";

const db = testDb();
const harness = testBank(db);
const { gateway, misbehave } = harness;

const code = (code: string) => ({ cause: { code } });

/** A sold booking, and a part of its price that the bank could not give back so far. */
async function partAsked(amountPaise = 10_000) {
  const sale = await makeSale(db, gateway);
  await sale.buy();
  const organizer = callerFor({ id: sale.organizerId }, { gateway });
  const part = (paise: number, requestKey = "request-one") =>
    organizer.payment.refundPart({ bookingId: sale.bookingId, amountPaise: paise, note: "The sound failed.", requestKey });
  await misbehave({ on: "refund", act: "error", times: 1 });
  await part(amountPaise);
  const read = async () => (await sale.read()).refunds[0]!;
  const comeDue = async () => db.refund.updateMany({ where: { id: (await read()).id }, data: { nextAttemptAt: new Date(0) } });
  return { sale, part, read, comeDue };
}

/** The bank, with its answer to the next refund said by the test. */
const answering = (answer: GatewayRefund | Promise<GatewayRefund>): PaymentGateway => ({
  ...gateway,
  refund: () => Promise.resolve(answer),
  fetchRefund: () => Promise.resolve(answer),
});

describe("what the gateway says of a refund", () => {
  it("is ignored where it is about an earlier try than the one under way", async () => {
    const { sale, read, comeDue } = await partAsked();
    const refundId = (await read()).id;
    const failed: GatewayRefund = { refundId: "rfnd_first", status: "failed", amountPaise: 10_000 };
    let letGo!: (answer: GatewayRefund) => void;
    const hanging = new Promise<GatewayRefund>((resolve) => (letGo = resolve));
    let asked!: () => void;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const slow = { ...gateway, refund: () => (asked(), hanging) };

    await comeDue();
    const first = attemptRefund({ db, gateway: slow, refundId });
    await isAsked;
    await comeDue();
    await attemptRefund({ db, gateway: answering(failed), refundId });
    const { idempotencyKey } = await read();
    await comeDue();
    await attemptRefund({ db, gateway: answering({ ...failed, refundId: "rfnd_second", status: "pending" }), refundId });
    letGo(failed);
    await first;

    expect(await read()).toMatchObject({ status: "PROCESSING", gatewayRefundId: "rfnd_second", idempotencyKey });
    await comeDue();
    await attemptRefund({ db, gateway: answering({ ...failed, refundId: "rfnd_second", status: "processed" }), refundId });
    expect((await sale.read()).refunds).toMatchObject([{ status: "COMPLETED", gatewayRefundId: "rfnd_second" }]);
  });

  it("is waited for as long as an attempt may take, before the next begins", async () => {
    const { read } = await partAsked();
    const [{ seconds }] = await db.$queryRaw<[{ seconds: number }]>`
      SELECT extract(epoch FROM "nextAttemptAt" - now())::float8 AS seconds FROM "Refund" WHERE id = ${(await read()).id}`;
    expect(seconds).toBeGreaterThan(36);
  });
});

describe("a refund", () => {
  it("is not tried again where its money has gone back by another", async () => {
    const { part, read } = await partAsked(100_000);
    const { id } = await read();
    await db.refund.update({ where: { id }, data: { status: "FAILED" } });
    await part(18_000, "request-two");
    const admin = callerFor(await makeUser(db, { role: "ADMIN" }), { gateway });
    await part(50_000, "request-three");
    await expect(admin.admin.retryRefund({ refundId: id })).rejects.toMatchObject({
      message: expect.stringMatching(/^This refund of ₹1,000 cannot be tried again: .* ₹500 of it is left\.$/),
      ...code("INVALID_TRANSITION"),
    });
  });

  it("of a part is not another amount under the same key", async () => {
    const { sale, part } = await partAsked();
    expect(await part(10_000)).toMatchObject({ refundPaise: 10_000 });
    await expect(part(20_000)).rejects.toMatchObject({ message: expect.stringContaining("₹100 was given back by this request already"), ...code("INVALID_INPUT") });
    expect((await sale.read()).refunds).toMatchObject([{ amountPaise: 10_000 }]);
    await finish(db, harness);
  });
});
