/**
 * One HTTP exchange without a framework: what stands before Next (`npm start`) and the App routes (Vercel,
 * `next dev`) both speak to the API in these two shapes, so that a handler is written once.
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
