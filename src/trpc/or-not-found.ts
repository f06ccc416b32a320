import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

const unknown = new Set(["NOT_FOUND", "BAD_REQUEST"]);

/** What a page reads, or the house's 404 where the thing does not exist, is not this person's, or cannot be by its id. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TRPCError && unknown.has(error.code)) notFound();
    throw error;
  }
}
