import { readEnv } from "~/env-rules";

/**
 * The environment, checked once when the first module asks for it; the only place that reads it.
 * Its rules are in env-rules.ts. `next build` needs none of it.
 */
export const env = readEnv(process.env, process.env.NEXT_PHASE === "phase-production-build");
