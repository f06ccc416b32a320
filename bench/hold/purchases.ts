import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import { median } from "../closed-loop";
import type { ControlDb } from "./control/database";
import type { HoldFixture } from "./fixture";
import { paid, type Paid } from "./paid";
import { asItWas, sellOut, throughTheShop, type SoldOut } from "./sell-out";

/** Buyers under way at once: at the seats, as many as in the hold's measurements; at the bank, a busy minute's. */
const WORKERS = 64;
const PAYERS = 16;

export type PurchaseSizes = { seatsToSell: number; controlSeats: number; paidPurchases: number };

type Shop = {
  db: Db;
  fixture: HoldFixture;
  control: { db: ControlDb; fixture: HoldFixture };
  /** Null where no shop runs that could be the bank. */
  gateway: PaymentGateway | null;
  sizes: PurchaseSizes;
  say: (line: string) => void;
};

type Round = { sellOut: SoldOut; sellOutControl: SoldOut; paid: Paid | null; paidSix: Paid | null };

/** One round of every kind of purchase, the control first. */
export async function purchaseRound(shop: Shop): Promise<Round> {
  const { db, fixture, control, gateway, sizes, say } = shop;
  const { seatsToSell: seats, controlSeats, paidPurchases } = sizes;
  const was = await sellOut({ buy: asItWas(control.db), fixture: control.fixture, seats: controlSeats, workers: WORKERS });
  say(`  sellOutControl: ${was.perSecond.toFixed(1)}/s, ${JSON.stringify(was.refusals)}`);
  const sold = await sellOut({ buy: throughTheShop(db), fixture, seats, workers: WORKERS });
  say(`  sellOut: ${sold.perSecond.toFixed(1)}/s, ${sold.conflictsPerPurchase.toFixed(3)} conflicts a purchase, ${JSON.stringify(sold.refusals)}`);
  const pay = async (name: string, seatsEach: number, purchases: number) => {
    if (!gateway) return null;
    const result = await paid({ db, gateway, fixture, seatsEach, purchases, workers: PAYERS });
    say(`  ${name}: ${result.perSecond.toFixed(1)}/s, p99 ${Math.round(result.p99Ms)} ms, ${result.confirmed} of ${purchases} ${result.failures.join("; ")}`);
    return result;
  };
  const two = await pay("paid", 2, paidPurchases);
  const six = await pay("paidSix", 6, Math.ceil(paidPurchases / 2));
  return { sellOut: sold, sellOutControl: was, paid: two, paidSix: six };
}

/** The rounds in one: medians of what is measured, the worst of what must be nought. */
export function ofRounds(rounds: Round[]) {
  const sales = (name: "sellOut" | "sellOutControl") => {
    const all = rounds.map((round) => round[name]);
    const { seats, buyers } = all[0]!;
    const worst = (field: "oversold" | "leftOver" | "busy") => Math.max(...all.map((round) => round[field]));
    return {
      seats, buyers, seconds: median(all.map((round) => round.seconds)), perSecond: median(all.map((round) => round.perSecond)),
      sold: Math.min(...all.map((round) => round.sold)), oversold: worst("oversold"), leftOver: worst("leftOver"), busy: worst("busy"),
      conflictsPerPurchase: median(all.map((round) => round.conflictsPerPurchase)),
      refusals: all.at(-1)?.refusals,
    };
  };
  const payments = (name: "paid" | "paidSix") => {
    const all = rounds.flatMap((round) => round[name] ?? []);
    if (all.length === 0) return null;
    const middle = (field: "perSecond" | "p50Ms" | "p99Ms" | "conflictsPerPurchase") => median(all.map((round) => round[field]));
    return {
      perSecond: middle("perSecond"), p50Ms: middle("p50Ms"), p99Ms: middle("p99Ms"), conflictsPerPurchase: middle("conflictsPerPurchase"),
      confirmed: Math.min(...all.map((round) => round.confirmed)), failures: [...new Set(all.flatMap((round) => round.failures))],
    };
  };
  const overControl = rounds.map((round) => round.sellOut.perSecond / round.sellOutControl.perSecond);
  return {
    sellOut: sales("sellOut"),
    sellOutControl: sales("sellOutControl"),
    sellOutOverControl: median(overControl),
    paid: payments("paid"),
    paidSix: payments("paidSix"),
  };
}
