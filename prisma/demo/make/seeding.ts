import type { Tx } from "../../../src/server/db/db";
import type { Random } from "./random";

/** What every step of the seed is given: the one transaction, the moment that dates count from, the dice. */
export type Seeding = { tx: Tx; now: Date; random: Random };

/** Capitals and small letters and digits, as in a gateway's ids. */
export const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
