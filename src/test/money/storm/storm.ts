import { inParallel } from "~/lib/in-parallel";
import type { Db } from "~/server/db/db";
import { authorise, pay } from "~/server/gateways/sandbox/payments";
import type { Bank } from "~/server/gateways/sandbox/bank";
import { setFaults } from "~/server/gateways/sandbox/faults";
import { serveApart } from "../../harness/served-bank";
import { plant, type Plan } from "./fixture";
import { seeded } from "./random";
import { report } from "./report";
import { Shop } from "./shop";
import { Weather } from "./weather";

export type StormOptions = { db: Db; databaseUrl: string; seed: number; bookings: number; kills: number; say?: (text: string) => void };

const keys = { keyId: "rzp_storm", keySecret: "the storm's key secret", webhookSecret: "the storm's webhook secret" };
const AT_ONCE = 8;

/**
 * Buyers, a bank that misbehaves, webhooks in bad weather, and a shop that is killed and started again in between.
 * At the end the shop is let alone with its job until it is quiet, and the books are compared with the bank's.
 */
export async function runStorm({ db, databaseUrl, seed, bookings, kills, say = () => undefined }: StormOptions) {
  const random = seeded(seed);
  const plans = await plant(db, random, bookings);
  say(`${plans.length} bookings`);
  const bank: Bank = { db, ...keys, webhookUrl: "", lateMs: 0, delivery: "manual" };
  const served = await serveApart(bank);
  // Both payments of an order may be captured; one call in fifty fails, loses its answer or cannot be done.
  await setFaults(bank, {
    rules: [
      { on: "capture", act: "secondCapture", share: 0.5 },
      ...(["capture", "refund", "fetch"] as const).flatMap((on) => [
        { on, act: "error" as const, share: 0.02 },
        { on, act: "lostAnswer" as const, share: 0.02 },
      ]),
      { on: "capture", act: "decline", share: 0.01 },
      { on: "refund", act: "decline", share: 0.02 },
      { on: "refund", act: "pend", share: 0.05 },
    ],
  });
  const shop = new Shop({
    DATABASE_URL: databaseUrl, STORM_BANK_URL: served.url, NODE_ENV: "production", AISLE_LOCAL: "1", LOG_LEVEL: "silent", PAYMENT_GATEWAY: "sandbox",
    RAZORPAY_KEY_ID: keys.keyId, RAZORPAY_KEY_SECRET: keys.keySecret, RAZORPAY_WEBHOOK_SECRET: keys.webhookSecret,
    NEXTAUTH_SECRET: "a secret for the storm alone",
  });
  const weather = new Weather(db, random);
  try {
    shop.start();
    const rounds = Math.max(kills + 1, Math.ceil(plans.length / 100));
    const killIn = new Set(Array.from({ length: kills }, (_, kill) => Math.floor(((kill + 0.5) * rounds) / kills)));
    for (let round = 0; round < rounds; round++) {
      const some = plans.filter((_, index) => index % rounds === round);
      const acting = inParallel(some, AT_ONCE, (plan) => act(plan, bank, shop));
      const killing = killIn.has(round) ? pause(random.below(400)).then(() => shop.restart()) : null;
      await Promise.all([acting, killing]);
      await deliver(await weather.gather(), weather, shop);
      if (round % 5 === 4) say(`round ${round + 1} of ${rounds}`);
    }
    await deliver(weather.stragglers(), weather, shop);
    say("the storm is over");
    await calm(db, bank, shop, weather);
    say("calm");
    return { ...(await report(db)), seed, bookings, kills: shop.kills, events: weather.counts, faults: shop.faults };
  } finally {
    await shop.kill();
    served.close();
  }
}

/** One buyer's evening. What the shop answers is not believed here either: the books are looked at in the end. */
async function act(plan: Plan, bank: Bank, shop: Shop): Promise<void> {
  const buy = async (outcome: "success" | "failure") => {
    const paid = await pay(bank, { order_id: plan.orderId, method: "card", outcome });
    const body = { ...plan, paymentId: paid.razorpay_payment_id, signature: paid.razorpay_signature };
    return { id: paid.razorpay_payment_id, confirm: () => shop.call("/confirm", JSON.stringify(body)) };
  };
  const cancel = () => shop.call("/cancel", JSON.stringify(plan));
  switch (plan.fate) {
    case "pays":
    case "late":
      return void (await (await buy("success")).confirm());
    case "vanishes":
      return void (await buy("success"));
    case "twice": {
      const tabs = await Promise.all([buy("success"), buy("success")]);
      return void (await Promise.all(tabs.map((tab) => tab.confirm())));
    }
    case "declined":
      await (await buy("failure")).confirm();
      return void (await (await buy("success")).confirm());
    case "overturned":
      return authorise(bank, (await buy("failure")).id);
    case "cancels":
      await (await buy("success")).confirm();
      return void (await cancel());
    case "regrets":
      await cancel();
      return void (await buy("success"));
    case "leaves":
      return;
  }
}

/** A webhook that gets no 2xx is sent again, as the gateway would; a forged one is sent once. */
async function deliver(deliveries: Awaited<ReturnType<Weather["gather"]>>, weather: Weather, shop: Shop): Promise<void> {
  await inParallel(deliveries, AT_ONCE, async ({ eventId, text, signature, forged }) => {
    for (let attempt = 0; attempt < 5; attempt++) {
      weather.counts.sent++;
      const status = await shop.call("/webhook", text, { "x-razorpay-signature": signature, "x-razorpay-event-id": eventId });
      if (forged || status === 200) return;
      weather.counts.retried++;
      await pause(200);
    }
  });
}

/** The storm is over: the job runs until nothing waits, time passing quickly. */
async function calm(db: Db, bank: Bank, shop: Shop, weather: Weather): Promise<void> {
  await setFaults(bank, { rules: [] });
  for (let round = 0; round < 8; round++) {
    await db.refund.updateMany({ where: { status: { in: ["PENDING", "PROCESSING"] } }, data: { nextAttemptAt: new Date(0) } });
    await db.payment.updateMany({ data: { checkedAt: null } });
    await db.webhookEvent.updateMany({ where: { processedAt: null }, data: { lockedUntil: null, receivedAt: new Date(0) } });
    const status = await shop.call("/reconcile", "");
    if (status !== 200) shop.faults.push(`the job answered ${status ?? "nothing"}`);
    await deliver(await weather.gather(), weather, shop);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
