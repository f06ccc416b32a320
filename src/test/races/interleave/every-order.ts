import { resetDatabase } from "~/test/harness/database";
import { orders, Stage, type Order, type Outcome, type Session } from "./interleavings";

/** How many orders of each pair a plain run tries, evenly spread; AISLE_EVERY_ORDER=1 tries all of them. */
const ORDERS = 16;

type World = () => Promise<{ a: Session; b: Session; check: (a: Outcome, b: Outcome, order: string) => Promise<void> }>;

/** Runs a fresh world through each order of its two sessions' trips, as many as they have when run alone. */
export async function everyOrder(switches: number, world: World, atMost = ORDERS): Promise<number> {
  const stage = new Stage();
  try {
    const steps = { a: 0, b: 0 };
    for (const first of ["a", "b"] as const) {
      await resetDatabase();
      const made = await world();
      const ran = await stage.inTurn(made, first);
      await made.check(ran.a, ran.b, `${first} first`);
      steps[first] = ran.steps[first];
    }
    const all = orders(steps.a, steps.b, switches);
    for (const order of spread(all, atMost)) {
      await resetDatabase();
      const made = await world();
      const { a, b } = await stage.run(made, order);
      await made.check(a, b, order);
    }
    return all.length;
  } finally {
    await stage.close();
  }
}

/** At most so many of them, evenly spread; all where AISLE_EVERY_ORDER is set. */
export function spread(all: readonly Order[], atMost: number): Order[] {
  const stride = Math.max(1, all.length / (process.env.AISLE_EVERY_ORDER ? Infinity : atMost));
  const chosen: Order[] = [];
  for (let at = 0; at < all.length; at += stride) chosen.push(all[Math.floor(at)]!);
  return chosen;
}

export const code = (outcome: Outcome) => (outcome.ok ? "OK" : outcome.code);
