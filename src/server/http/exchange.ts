import type { AppError } from "~/domain/errors";

/**
 * One HTTP exchange without a framework: what stands before Next (`npm start`) and the App routes (Vercel,
 * `next dev`) both speak to the API in these shapes, so that a handler is written once.
 */
export type Call = {
  method: string;
  /** Path and query, as sent: "/api/trpc/event.list?input=...". */
  target: string;
  /** Names in lower case; several of one name are joined by ", ". */
  headers: ReadonlyMap<string, string>;
  /** The whole body, read and bounded already; null where there is none. */
  body: Buffer | null;
  /** The visitor's address, as http/client-ip decides. */
  ip: string;
};

export type Answer = {
  status: number;
  /** Several values of one name (Set-Cookie) are a list. */
  headers: Record<string, string | string[]>;
  /** Written at once, with its length. */
  body: string | Buffer;
};

export type ExchangeHandler = (call: Call) => Promise<Answer>;

/** What is known of a call before its body was read. */
export type Head = Omit<Call, "body">;

/** Statuses of what is refused before a handler is asked. */
export type RefusalStatus = 400 | 405 | 408 | 413 | 415 | 503;

/** A part of the API: which calls it answers, what they may bring, and how it says no. */
export type Mount = {
  /** Whether this call is its own, by the path without the query. */
  answers: (path: string, method: string) => boolean;
  /** How many places at the door it takes, of 0 and up. */
  calls: (head: Head) => number;
  /** Bytes that its body may have. */
  mostBytes: (head: Head) => number;
  /** A refusal in this API's own shape, made of as little as possible: a crowd is told BUSY by it. */
  refusal: (head: Head, error: AppError, status: RefusalStatus) => Answer;
  /** What is wrong with a call whatever its body says, or null. */
  fault?: (head: Head) => { error: AppError; status: RefusalStatus } | null;
  handler: ExchangeHandler;
};
