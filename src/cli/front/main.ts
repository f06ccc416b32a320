import { fileURLToPath } from "node:url";
import { readEnv } from "~/env-rules";
import { say } from "~/cli/say";
import { Workers } from "./workers";

// Started by cli/web.ts with a checked environment: holds the port, and the processes that answer on it.
const { WEB_CONCURRENCY: count, HOST, PORT: port, DATABASE_POOL_SIZE, AISLE_LOCAL } = readEnv(process.env);

const workers = new Workers({
  file: fileURLToPath(new URL("./worker.ts", import.meta.url)),
  count,
  host: HOST ?? (AISLE_LOCAL ? "127.0.0.1" : undefined),
  port,
  // Each has its part of the connections and of the places; together they are as many as one would have.
  env: {
    ...process.env,
    WEB_CONCURRENCY: `${count}`,
    DATABASE_POOL_SIZE: `${Math.max(2, Math.floor(DATABASE_POOL_SIZE / count))}`,
  } as NodeJS.ProcessEnv,
  say,
});

async function stop(code: number): Promise<never> {
  await workers.stop();
  process.exit(code);
}

process.on("SIGTERM", () => void stop(0));
process.on("SIGINT", () => void stop(0));
process.on("SIGHUP", () => void workers.restart().catch(() => undefined));
try {
  await workers.start();
} catch (error) {
  say(`  ${(error as Error).message}`);
  await stop(1);
}
