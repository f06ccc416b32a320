import type { Db } from "~/server/db/db";

/** A job gets what it works on and says how much it did, by kind. It is safe to run twice at once, or never. */
export type Job = (context: { db: Db }) => Promise<Record<string, number>>;
