import { expect } from "vitest";
import type { Db } from "~/server/db/db";
import type { makeSale } from "../harness/sale";

export type Sale = Awaited<ReturnType<typeof makeSale>>;

/** One way that money can go wrong, what becomes of it, and how the books must look once everything came to rest. */
export type Way = {
  way: string;
  outcome: string;
  run: (sale: Sale) => Promise<unknown>;
  then: (sale: Sale) => Promise<unknown>;
};

/** For `it.each`: the table as it reads in the report. */
export const named = (ways: readonly Way[]) => ways.map((entry) => [`${entry.way}: ${entry.outcome}`, entry] as const);

/** How often people were told something. */
export const told = (db: Db, type: string) => db.notification.count({ where: { type } });

/** Confirmed by exactly one captured payment, nothing given back. */
export async function confirmed(sale: Sale) {
  const books = await sale.read();
  expect(books).toMatchObject({ status: "CONFIRMED", refunds: [] });
  expect(books.payments.filter((payment) => payment.acceptedAt)).toMatchObject([{ status: "COMPLETED", capturedPaise: books.totalPaise }]);
  expect(books.items.every((item) => item.live)).toBe(true);
  return books;
}

/** Nothing sold, and all of the one payment given back, once, for this cause. */
export async function givenBack(sale: Sale, cause: string) {
  const books = await sale.read();
  expect(books.refunds).toHaveLength(1);
  expect(books.refunds[0]).toMatchObject({ status: "COMPLETED", amountPaise: books.payments[0]?.amountPaise });
  expect(books.refunds[0]?.reason).toMatch(new RegExp(`^${cause}:`));
  expect(books.items.some((item) => item.live)).toBe(false);
  return books;
}
