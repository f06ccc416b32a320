import { fileURLToPath } from "node:url";
import { Workers } from "~/cli/front/workers";

/** Two processes of `plain-worker` on a port of their own, unless told otherwise. */
export async function startPlainWorkers(say: (line: string) => void, { file = new URL("./plain-worker.ts", import.meta.url), count = 2 } = {}) {
  const workers = new Workers({
    file: fileURLToPath(file),
    count,
    host: "127.0.0.1",
    port: 0,
    env: { ...process.env, DATABASE_URL: process.env.DATABASE_URL ?? "postgresql://127.0.0.1:1/none", LOG_LEVEL: "silent" } as NodeJS.ProcessEnv,
    say,
  });
  return { workers, port: await workers.start() };
}
