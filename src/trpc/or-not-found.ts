import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

/** What a page reads, or the house's 404 where the thing does not exist or is not this person's. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
