import { z } from "zod";

// What cannot be typed, PostgreSQL cannot always keep: U+0000 it refuses.
const ONE_LINE = /^\P{Cc}*$/u;
const LINES = /^(?:\P{Cc}|[\n\r\t])*$/u;
const ODD = "That holds a character that cannot be typed.";

/** A text of at most `max` characters on one line, trimmed; it may be empty. */
export const line = (max: number, tooLong = `Please keep this under ${max} characters.`) =>
  z.string().trim().max(max, tooLong).regex(ONE_LINE, ODD);

/** As `line`, and it may have several. */
export const lines = (max: number, tooLong?: string) =>
  z.string().trim().max(max, tooLong ?? `Please keep this under ${max} characters.`).regex(LINES, ODD);

/** The largest number that the columns of amounts and counts hold. */
export const MOST = 2_147_483_647;

const FIRST = new Date("1900-01-01T00:00:00Z");
const LAST = new Date("2199-12-31T23:59:59Z");

/** A Date that a calendar has room for. */
export const day = (error: string) => z.date({ error }).min(FIRST, error).max(LAST, error);

/** An instant: a Date over tRPC and in forms, an ISO 8601 text with its offset from clients that have no Date. */
export const instant = z.union(
  [
    day("Give a date and a time."),
    z.iso
      .datetime({ offset: true })
      .transform((text) => new Date(text))
      .pipe(day("Give a date and a time.")),
  ],
  {
    error: "Give a date and a time.",
  },
);

/** A text of 1 to `max` characters, trimmed; `what` begins the sentence ("The name"). */
export const text = (what: string, max: number) => needed(what, max).regex(ONE_LINE, `${what} ${CONTROL}`);

/** As `text`, on several lines. */
export const prose = (what: string, max: number) => needed(what, max).regex(LINES, `${what} ${CONTROL}`);

const CONTROL = "holds a character that cannot be typed.";
const needed = (what: string, max: number) =>
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

export const id = z
  .string({ error: "An id is missing." })
  .min(1, "An id is missing.")
  .max(64, "That id is too long.")
  .regex(/^[^\p{Cc}\s]*$/u, "That is not an id.");

/** A count or an amount, as far as the columns go. */
export const upTo = (min = 0) => z.int().min(min).max(MOST);

/** Page from 1, and how many a page. */
export const paging = {
  page: z.int().min(1).max(10_000).default(1),
  limit: z.int().min(1).max(100).default(10),
};
