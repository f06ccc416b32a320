import { customAlphabet } from "nanoid";
import type { Db } from "~/server/db/db";

/** The sandbox bank: its books are SandboxRecord rows, so that every process of the shop sees the same bank. */
export type Bank = {
  db: Db;
  keyId: string;
  keySecret: string;
  webhookSecret: string;
  /** Where the shop takes webhooks. */
  webhookUrl: string;
  /** Milliseconds until a late payment is authorised. */
  lateMs: number;
  /** "auto": webhooks leave by themselves. "manual": only when `deliverDue` is called (tests). */
  delivery: "auto" | "manual";
  /** Its bad habits, where one call has read them for all that it does; else they are read anew. */
  habits?: Habit[];
};

/** A kept rule of faults.ts: how the bank misbehaves, and where. */
export type Habit = { id: string; parentId: string | null; body: unknown };

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const fourteen = customAlphabet(letters, 14);

/** An id as Razorpay's look: a prefix and 14 letters or digits. */
export function newId(prefix: "order" | "pay" | "rfnd" | "evt" | "fault"): string {
  return `${prefix}_${fourteen()}`;
}

/** A refusal in Razorpay's words. */
export class BankRefusal extends Error {
  constructor(
    readonly status: number,
    description: string,
    readonly code = status >= 500 ? "SERVER_ERROR" : "BAD_REQUEST_ERROR",
  ) {
    super(description);
  }
}

/** Now in Unix seconds, as Razorpay writes times. */
export function unixNow(): number {
  return Math.floor(Date.now() / 1_000);
}
