import { createRouter, publicProcedure } from "../trpc";

export const systemRouter = createRouter({
  /** Whether the API answers at all, the database aside: for monitors, and as the scale of the benchmarks. */
  ping: publicProcedure.query(() => "pong" as const),
});
