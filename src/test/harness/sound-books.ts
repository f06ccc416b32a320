import { expect } from "vitest";
import type { Db } from "~/server/db/db";
import { auditBooks } from "~/server/services/integrity/audit-books";
import { bankDisagreements } from "./bank-disagreements";

/** Fails the test where seats, bookings and money do not agree: the audit that admins see. */
export async function expectSoundBooks(db: Db): Promise<void> {
  const { rules } = await auditBooks({ db });
  const broken = rules.filter((rule) => rule.broken > 0).map(({ name, examples }) => ({ name, examples: examples.slice(0, 3) }));
  expect(broken).toEqual([]);
}

/** Fails the test where the bank's books and ours disagree by a paisa. */
export async function expectBankAgrees(db: Db): Promise<void> {
  expect(await bankDisagreements(db)).toEqual([]);
}
