import { z } from "zod";

/** An instant: a Date over tRPC and in forms, an ISO 8601 text with its offset from clients that have no Date. */
export const instant = z.union(
  [z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))],
  {
    error: "Give a date and a time.",
  },
);

/** A text of 1 to `max` characters, trimmed; `what` begins the sentence ("The name"). */
export const text = (what: string, max: number) =>
  z
    .string({ error: `${what} is missing.` })
    .trim()
    .min(1, `${what} is missing.`)
    .max(max, `${what} may have ${max} characters at most.`);

/** An amount in whole paise, up to ten lakh rupees. */
export const paise = (what: string) =>
  z
    .int(`${what} is not an amount.`)
    .min(0, `${what} cannot be below zero.`)
    .max(100_000_000, `${what} may be ₹10,00,000 at most.`);

export const id = z.string().min(1).max(64);

/** Page from 1, and how many a page. */
export const paging = {
  page: z.int().min(1).max(10_000).default(1),
  limit: z.int().min(1).max(100).default(10),
};
