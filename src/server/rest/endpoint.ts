import type { z } from "zod";
import type { ApiScope } from "~/domain/api-key";
import type { AppCode } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import type { PaymentGateway } from "~/server/gateways/payment";
import type { RefusalStatus } from "~/server/http/app-status";

/**
 * Who comes in: `open` reads no credentials at all (signing in), `anyone` shows the signed-in more, `user` is signed
 * in, `organizer` is an organizer or admin. Whether a thing is theirs is the service's question.
 */
export type Door = "open" | "anyone" | "user" | "organizer";

export type Tag = "Sign-in" | "Profile" | "Events" | "Holds" | "Bookings" | "Venues";

/** What a call may work with. */
export type RestContext<D extends Door = Door> = {
  db: Db;
  gateway: PaymentGateway;
  actor: D extends "user" | "organizer" ? Actor : Actor | null;
  /** The session that asks; null for keys and strangers. */
  sessionId: string | null;
  ip: string;
  userAgent: string;
  /** Names this request and its repeats; null without an Idempotency-Key. */
  requestId: string | null;
};

export type Endpoint = {
  method: "GET" | "POST" | "PUT";
  /** "/api/events/{id}"; what stands in braces is a property of `input`. */
  path: string;
  operationId: string;
  tag: Tag;
  summary: string;
  description?: string;
  door: Door;
  /** What an API key needs for it; left out: keys may not, where one must be somebody. */
  scope?: ApiScope;
  /** Gives money back: where the shop asks for a second factor, by sign-ins that showed one. */
  refunds?: true;
  /** Properties in the path, and the rest in the query (GET) or the body. */
  input: z.ZodObject;
  /** What is answered; null: 204, nothing. */
  answer: z.ZodType | null;
  status: 200 | 201 | 204;
  /** Refusals of its own, beside those that every endpoint of its kind may give. */
  refusals: readonly AppCode[];
  /** Where a refusal means another status here than elsewhere. */
  statuses?: Partial<Record<AppCode, RefusalStatus>>;
  /** Carries an ETag; asked with it again, it answers 304. */
  etag?: true;
  example: { input: Record<string, unknown>; answer?: unknown };
  call: (context: never, input: never) => Promise<unknown>;
  /** The answer for people outside, from what `call` returned; pure. */
  show: (result: never) => unknown;
  /**
   * A repeat that finds its forerunner crashed: `safe` may just run again (the service itself gives the first result);
   * `once` must not: what its first transaction decided was kept by that transaction, and `resume` goes on from it.
   */
  again: "safe" | "once";
  resume?: (context: never, effect: never, input: never) => Promise<unknown>;
};

type Typed<I extends z.ZodObject, A extends z.ZodType | null, D extends Door, R> = Omit<
  Endpoint,
  "input" | "answer" | "door" | "call" | "show" | "resume" | "again"
> & {
  input: I;
  answer: A;
  door: D;
  call: (context: RestContext<D>, input: z.output<I>) => Promise<R>;
  show: (result: R) => A extends z.ZodType ? z.input<A> | Prepared : null;
  again?: Endpoint["again"];
  resume?: (context: RestContext<D>, effect: never, input: z.output<I>) => Promise<NoInfer<R>>;
};

/** One row of the table. Its types hold together: `call` gets what `input` reads, `show` gives what `answer` says. */
export function endpoint<I extends z.ZodObject, A extends z.ZodType | null, D extends Door, R>(
  row: Typed<I, A, D, R>,
): Endpoint {
  return { again: "safe", ...row } as unknown as Endpoint;
}

/** An answer whose text is made once for a crowd: written only where the ETag is not known already. */
export class Prepared {
  constructor(
    readonly etag: string,
    readonly write: () => string | Buffer,
  ) {}
}
