import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "~/cli/embedded-postgres";

/** HAProxy in front of a port, as a shop would have it; null where the machine has none. */
export async function haproxy(to: number): Promise<{ port: number; stop: () => Promise<void> } | null> {
  if (spawnSync("haproxy", ["-v"]).error) return null;
  const port = await freePort();
  const folder = await mkdtemp(path.join(tmpdir(), "aisle-haproxy-"));
  const file = path.join(folder, "haproxy.cfg");
  await writeFile(
    file,
    `global\n  maxconn 8000\ndefaults\n  mode http\n  timeout connect 10s\n  timeout client 60s\n  timeout server 60s\n` +
      `frontend in\n  bind 127.0.0.1:${port} backlog 4096\n  default_backend shop\n` +
      `backend shop\n  http-reuse always\n  server one 127.0.0.1:${to} maxconn 500\n`,
  );
  const child = spawn("haproxy", ["-f", file], { stdio: "ignore" });
  while (!(await answers(port))) await sleep(50);
  const stop = async () => {
    const ended = once(child, "exit");
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  };
  return { port, stop };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true));
    socket.once("error", () => resolve(false)).once("connect", () => socket.destroy());
  });
}
