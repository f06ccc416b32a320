import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** Starting may mean a production build: minutes on a small machine. */
const START_MS = 6 * 60_000;

/**
 * `npm start`, as a person would, on an empty data folder and a free port. Where AISLE_E2E_URL is set already, the
 * tests run against that instead.
 */
export default async function startProduct(): Promise<(() => Promise<void>) | void> {
  if (process.env.AISLE_E2E_URL) return;
  const dataDir = await mkdtemp(path.join(tmpdir(), "aisle-e2e-"));
  await chmod(dataDir, 0o755);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: `${port}`, DATA_DIR: dataDir, NEXTAUTH_URL: url };
  // The tests' own environment is not the product's.
  for (const name of ["NODE_ENV", "DATABASE_URL"] as const)
    delete (env as Record<string, string | undefined>)[name];

  const product = spawn(process.execPath, ["--import", "tsx", "src/cli/serve.ts"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => {
    await stopProduct(product);
    await rm(dataDir, { recursive: true, force: true });
  };
  await opened(product).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  process.env.AISLE_E2E_URL = url;
  return stop;
}

/** Resolves when it says that it is open. */
function opened(product: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const fail = () => reject(new Error(`The product did not start:\n${said}`));
    product.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (process.env.AISLE_E2E_LOG) process.stdout.write(chunk);
      if (said.includes("Aisle is open")) resolve();
    });
    product.once("exit", fail);
    AbortSignal.timeout(START_MS).addEventListener("abort", fail);
  });
}

async function stopProduct(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return;
  const ended = once(product, "exit");
  product.kill("SIGTERM");
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
