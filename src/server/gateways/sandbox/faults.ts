import { z } from "zod";
import { BankRefusal, newId, type Bank, type Habit } from "./bank";

/** What the bank may be asked to do wrong, and where. */
export const faultRule = z.object({
  on: z.enum(["orders", "fetch", "capture", "refund", "pay", "webhook"]),
  act: z.enum([
    "error", // a 500, nothing done
    "slow", // the answer takes `ms`
    "lostAnswer", // the work is done, the answer never arrives
    "refuse", // a 400, nothing done
    "decline", // capture: the authorisation lapsed; refund: it fails at the bank
    "pend", // refund: taken on, not done yet
    "secondCapture", // capture: a second payment of a paid order is captured too
    "double", // webhook: sent twice
    "delay", // webhook: sent `ms` later
    "reorder", // webhook: sent after those that follow it
    "forge", // webhook: one of a stranger, signed with the wrong secret, sent first
    "replay", // webhook: sent again `ms` after it was taken
    "lose", // webhook: never sent
  ]),
  /** How often; forever where left out. */
  times: z.number().int().min(1).optional(),
  /** The share of calls it befalls, 0 to 1. */
  share: z.number().min(0).max(1).optional(),
  ms: z.number().int().min(0).max(600_000).optional(),
});
export type FaultRule = z.infer<typeof faultRule>;

/** Replaces all rules: an empty list makes an honest bank again. */
export async function setFaults(bank: Bank, request: unknown): Promise<{ rules: number }> {
  const parsed = z.object({ rules: z.array(faultRule).max(50) }).safeParse(request);
  if (!parsed.success) throw new BankRefusal(400, "The rules are not well formed");
  await bank.db.sandboxRecord.deleteMany({ where: { kind: "fault" } });
  await bank.db.sandboxRecord.createMany({
    data: parsed.data.rules.map((rule) => ({ id: newId("fault"), kind: "fault", parentId: `fault:${rule.on}`, body: rule })),
  });
  return { rules: parsed.data.rules.length };
}

/** The bank as one call meets it: its rules are read once, whatever the call does. */
export async function asOfNow(bank: Bank): Promise<Bank & { habits: Habit[] }> {
  const habits = await bank.db.sandboxRecord.findMany({ where: { kind: "fault" }, select: { id: true, parentId: true, body: true } });
  return { ...bank, habits };
}

/** Asks whether `act` befalls this call of `on`, and uses up one of its times; the rules are read once. */
export async function faultsOn(bank: Bank, on: FaultRule["on"]): Promise<(act: FaultRule["act"]) => Promise<FaultRule | null>> {
  const habits = bank.habits ?? (await asOfNow(bank)).habits;
  const rows = habits.filter(({ parentId }) => parentId === `fault:${on}`);
  return async (act) => {
    for (const row of rows) {
      const rule = row.body as FaultRule;
      if (rule.act !== act || Math.random() >= (rule.share ?? 1)) continue;
      if (rule.times === undefined) return rule;
      const taken = await bank.db.$executeRaw`
        UPDATE "SandboxRecord" SET body = jsonb_set(body, '{times}', to_jsonb((body->>'times')::int - 1))
         WHERE id = ${row.id} AND (body->>'times')::int > 0`;
      if (taken > 0) return rule;
    }
    return null;
  };
}
