import { resetDatabase } from "~/test/harness/database";
import { orders, runInterleaved, type Outcome, type Session } from "./interleavings";

/** How many orders of each pair a plain run tries, evenly spread; AISLE_EVERY_ORDER=1 tries all of them. */
const ORDERS = 16;

type World = () => Promise<{ a: Session; b: Session; check: (a: Outcome, b: Outcome, order: string) => Promise<void> }>;

/** Runs a fresh world through each order of its two sessions' statements, as many as they have when run alone. */
export async function everyOrder(switches: number, world: World, atMost = ORDERS): Promise<number> {
  const first = await world();
  const alone = await runInterleaved(first, "a".repeat(60) + "b".repeat(60));
  await first.check(alone.a, alone.b, "a alone, then b");
  const all = orders(alone.steps.a, alone.steps.b, switches);
  const stride = Math.max(1, all.length / (process.env.AISLE_EVERY_ORDER ? Infinity : atMost));
  for (let at = 0; at < all.length; at += stride) {
    const order = all[Math.floor(at)]!;
    await resetDatabase();
    const made = await world();
    const { a, b } = await runInterleaved(made, order);
    await made.check(a, b, order);
  }
  return all.length;
}

export const code = (outcome: Outcome) => (outcome.ok ? "OK" : outcome.code);
