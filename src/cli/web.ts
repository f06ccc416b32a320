import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { spawnFront, spawnNext } from "~/cli/next";
import { StartError } from "~/cli/start-error";

export type Web = { process: ChildProcess; stop: () => Promise<void> };

/**
 * Asked before anything slow is done. Waits 2 s for a server that is on its way out.
 *
 * @throws StartError where the web port is not to be had
 */
export async function assertPortFree(port: number, host?: string): Promise<void> {
  let code = await listenError(port, host);
  for (let tries = 0; code === "EADDRINUSE" && tries < 8; tries += 1) {
    await sleep(250);
    code = await listenError(port, host);
  }
  if (!code) return;
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL") throw new StartError(`HOST ${host} is no address of this machine.`);
  const why = code === "EADDRINUSE" ? "is taken by another program" : `can't be used (${code})`;
  throw new StartError(
    `PORT ${port} ${why}: choose another, such as PORT=${Math.max(port + 1, 3000)} npm start.`,
  );
}

function listenError(port: number, host?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
}

type Options = {
  port: number;
  /** Where it listens; undefined for everywhere. */
  host?: string;
  variables: Record<string, string>;
  /** front: as a product. dev: with hot reload. next: Next alone, as where it runs without our front. */
  by?: "front" | "dev" | "next";
};

/** Where the shop is found from this machine. */
export function ownAddress({ port, host }: { port: number; host?: string }): string {
  const everywhere = !host || host === "0.0.0.0" || host === "::";
  const name = everywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/**
 * Starts the web server and returns when the shop and its database answer.
 *
 * @throws StartError where it ends before, or does not answer within 3 minutes
 */
export async function startWeb(options: Options): Promise<Web> {
  const child = spawnWeb(options);
  const web = { process: child, stop: () => stopGroup(child) };
  for (let waited = 0; waited < 180_000; waited += 100) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new StartError("The web server ended before it was ready.");
    if (await isHealthy(ownAddress(options))) return web;
    await sleep(100);
  }
  await web.stop();
  throw new StartError("The web server does not answer, or can't reach its database; its log is above.");
}

function spawnWeb({ by = "front", port, host, variables }: Options): ChildProcess {
  const output = "inherit";
  if (by === "front") {
    const env = { ...variables, PORT: `${port}`, ...(host && { HOST: host }) };
    return spawnFront({ env, output });
  }
  const words = [by === "dev" ? "dev" : "start", "--port", `${port}`];
  return spawnNext(host ? [...words, "--hostname", host] : words, { env: variables, output });
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/api/health`, {
      signal: AbortSignal.timeout(30_000),
    });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** Asks the whole group to end; requests under way get 8 s. */
async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const group = -child.pid;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  process.kill(group, "SIGTERM");
  const impatient = setTimeout(() => process.kill(group, "SIGKILL"), 10_000);
  await ended;
  clearTimeout(impatient);
  try {
    process.kill(group, "SIGKILL");
  } catch {
    // Nobody of the group is left: as it should be.
  }
}
