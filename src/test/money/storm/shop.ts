import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";

/** The process under storm: started, killed without warning, started again. */
export class Shop {
  private child: ChildProcess | null = null;
  private url: Promise<string> = Promise.reject(new Error("not started"));
  kills = 0;
  faults: string[] = [];

  constructor(private readonly env: Record<string, string>) {
    this.url.catch(() => undefined);
  }

  start(): void {
    const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "app.ts")], {
      env: { ...process.env, NODE_OPTIONS: "--no-deprecation", ...this.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    // Nobody killed it: a fault of its own, and the storm goes on with another.
    child.once("exit", (code, signal) => {
      if (signal === "SIGKILL") return;
      this.faults.push(`the shop ended by itself: ${code ?? signal}`);
      if (this.child === child) this.start();
    });
    child.stderr.on("data", (chunk: Buffer) => this.faults.push(chunk.toString("utf8").slice(0, 2_000)));
    this.url = new Promise((resolve, reject) => {
      child.stdout.on("data", (chunk: Buffer) => {
        const port = /port (\d+)/.exec(chunk.toString("utf8"))?.[1];
        if (port) resolve(`http://127.0.0.1:${port}`);
      });
      child.once("exit", () => reject(new Error("the shop ended")));
    });
    this.url.catch(() => undefined);
  }

  /** kill -9, whatever it is doing. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.child = null;
    this.kills++;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.kill("SIGKILL")) await ended;
  }

  async restart(): Promise<void> {
    await this.kill();
    this.start();
    await this.url;
  }

  /** @returns the status, or null where the shop gave no answer */
  async call(where: "/webhook" | "/confirm" | "/cancel" | "/reconcile", body: string, headers: Record<string, string> = {}): Promise<number | null> {
    try {
      const url = await this.url;
      const timeout = where === "/reconcile" ? 300_000 : 30_000;
      const response = await fetch(`${url}${where}`, { method: "POST", body, headers, signal: AbortSignal.timeout(timeout) });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return null;
    }
  }
}
