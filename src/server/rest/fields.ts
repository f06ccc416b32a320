import { z } from "zod";

/** What the API's inputs and answers are made of: how money, instants and pages look outside. */

const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
const readable = (text: string) => {
  const at = Date.parse(text);
  return at >= EARLIEST && at < LATEST;
};

const NO_TIME = "Give a date and time such as 2026-12-31T19:30:00+05:30.";
/** An instant that is given: ISO 8601 with its offset, or a day (its beginning in UTC). */
export const givenInstant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], { error: NO_TIME })
  .refine(readable, NO_TIME)
  .transform((text) => new Date(text));

/** An instant that is answered: ISO 8601, UTC, whatever the service gave. */
export const instant = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime(),
);

/** The highest amount there is, in rupees (schemas/common: ten lakh). */
const MOST = 1_000_000;

/** An amount that is given: rupees with two decimals at most. Read as paise. */
export const givenRupees = (what: string) =>
  z
    .number(`${what} is not an amount.`)
    .min(0, `${what} cannot be below zero.`)
    .max(MOST, `${what} may be ₹10,00,000 at most.`)
    .refine((rupees) => Math.abs(rupees * 100 - Math.round(rupees * 100)) < 1e-6, `${what} has two decimals at most.`)
    .transform((rupees) => Math.round(rupees * 100));

const rupees = z.number().describe("Rupees, two decimals.");
const paise = z.int().describe("The same in paise.");

type Amounts<N extends string, T, P> = { [K in N]: T } & { [K in `${N}Paise`]: P };

/** Fields of an answer: each amount in rupees, and in paise beside it. */
export function amounts<N extends string>(...names: N[]): Amounts<N, typeof rupees, typeof paise> {
  return Object.fromEntries(names.flatMap((name) => [[name, rupees], [`${name}Paise`, paise]])) as never;
}

/** The values of `amounts`, from paise. */
export function inRupees<N extends string>(values: Record<N, number>): Amounts<N, number, number> {
  const entries = Object.entries(values) as [string, number][];
  return Object.fromEntries(entries.flatMap(([name, value]) => [[name, value / 100], [`${name}Paise`, value]])) as never;
}

export const id = z.string().min(1, "An id is missing.").max(64, "That id is too long.");

export const paging = {
  page: z.int().min(1).max(10_000).default(1).describe("From 1."),
  limit: z.int().min(1).max(100).default(10).describe("How many a page."),
};

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), page: z.int(), pageCount: z.int() });
