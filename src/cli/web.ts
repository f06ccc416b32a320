import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { spawnNext } from "~/cli/next";
import { StartError } from "~/cli/start-error";

export type Web = { process: ChildProcess; stop: () => Promise<void> };

/**
 * Asked before anything slow is done. Waits 2 s for a server that is on its way out.
 *
 * @throws StartError where the web port is not to be had
 */
export async function assertPortFree(port: number): Promise<void> {
  let code = await listenError(port);
  for (let tries = 0; code === "EADDRINUSE" && tries < 8; tries += 1) {
    await sleep(250);
    code = await listenError(port);
  }
  if (!code) return;
  const why = code === "EADDRINUSE" ? "is taken by another program" : `can't be used (${code})`;
  throw new StartError(
    `PORT ${port} ${why}: choose another, such as PORT=${Math.max(port + 1, 3000)} npm start.`,
  );
}

function listenError(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * Starts Next and returns when the shop and its database answer.
 *
 * @throws StartError where it ends before, or does not answer within 3 minutes
 */
export async function startWeb(options: {
  port: number;
  dev: boolean;
  variables: Record<string, string>;
}): Promise<Web> {
  const words = [options.dev ? "dev" : "start", "--port", `${options.port}`];
  const child = spawnNext(words, { env: options.variables, output: "inherit" });
  const web = { process: child, stop: () => stopGroup(child) };
  for (let waited = 0; waited < 180_000; waited += 100) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new StartError("The web server ended before it was ready.");
    if (await isHealthy(options.port)) return web;
    await sleep(100);
  }
  await web.stop();
  throw new StartError("The web server does not answer, or can't reach its database; its log is above.");
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, {
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
  const impatient = setTimeout(() => process.kill(group, "SIGKILL"), 8_000);
  await ended;
  clearTimeout(impatient);
  try {
    process.kill(group, "SIGKILL");
  } catch {
    // Nobody of the group is left: as it should be.
  }
}
