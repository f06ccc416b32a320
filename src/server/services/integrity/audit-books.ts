import type { Db } from "~/server/db/db";
import { moneyRules } from "./money-rules";
import type { Rule } from "./rule";
import { seatRules } from "./seat-rules";

export const rules: readonly Rule[] = [...seatRules, ...moneyRules];

/** Things that break one rule, shown at most. */
const SHOWN = 20;

export type RuleResult = {
  name: string;
  says: string;
  /** How many things break it. */
  broken: number;
  /** Some of them: which, and how. */
  examples: { id: string; detail: string }[];
};

/** Seats against bookings against money: the same audit for the admin's page, for tests and for storms. */
export async function auditBooks({ db }: { db: Db }): Promise<{ sound: boolean; checkedAt: Date; rules: RuleResult[] }> {
  const results: RuleResult[] = [];
  for (const { name, says, sql } of rules) {
    const found = await db.$queryRawUnsafe<{ id: string; detail: string; broken: number }[]>(
      `SELECT id, detail, (count(*) OVER ())::int AS broken FROM (${sql}) found LIMIT ${SHOWN}`,
    );
    results.push({ name, says, broken: found[0]?.broken ?? 0, examples: found.map(({ id, detail }) => ({ id, detail })) });
  }
  return { sound: results.every((result) => result.broken === 0), checkedAt: new Date(), rules: results };
}
