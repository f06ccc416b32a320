import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Say } from "~/cli/say";
import { Reports } from "./reports";
import { takePort, type ListeningSocket } from "./listening-socket";

/** The first of the inherited sockets' numbers: 0 to 2 are the usual ones, 3 is the line to the parent. */
export const FIRST_FD = 4;
/** How often a worker listens to the same socket (run-worker.ts). */
const LISTENERS = 8;
/** Who falls over again and again is waited for, in ms. */
const PAUSE_MS = { least: 100, most: 5_000 };
const KILL_AFTER_MS = 9_000;

/** stop: end with what is under way. drain: answer everybody who still comes by, then end. */
export type Order = "stop" | "drain";

type Options = {
  /** The worker's module. */
  file: string;
  count: number;
  host: string | undefined;
  /** 0 for any. */
  port: number;
  env: NodeJS.ProcessEnv;
  say: Say;
};

/** The processes that answer on one port: started, replaced where one dies, exchanged one by one without a gap. */
export class Workers {
  private socket: ListeningSocket | undefined;
  private readonly current = new Set<ChildProcess>();
  private readonly all = new Set<ChildProcess>();
  private stopping = false;
  private pauseMs = PAUSE_MS.least;
  private restarting: Promise<void> | undefined;
  private readonly reports = new Reports();

  constructor(private readonly options: Options) {}

  /** Returns the port once all of them answer. @throws Error where one ends before it is ready */
  async start(): Promise<number> {
    const { host, port, count } = this.options;
    this.socket = await takePort(host, port);
    await Promise.all(Array.from({ length: count }, () => this.launch()));
    return this.socket.port;
  }

  /** Process ids of those that take calls. */
  get pids(): number[] {
    return [...this.current].flatMap((child) => child.pid ?? []);
  }

  /** A new one for each that there is, the old one going when the new one answers. One restart at a time. */
  restart(): Promise<void> {
    return (this.restarting ??= this.exchangeAll().finally(() => (this.restarting = undefined)));
  }

  /** Ends them all: what is under way is finished, for 9 s at most. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.socket?.close();
    await Promise.all([...this.all].map((child) => end(child)));
  }

  private async exchangeAll(): Promise<void> {
    for (const old of [...this.current]) {
      if (this.stopping) return;
      try {
        await this.launch();
      } catch (error) {
        this.options.say(`  Restart given up, the old process goes on: ${(error as Error).message}`);
        return;
      }
      this.current.delete(old);
      tell(old, "drain");
    }
  }

  /** Starts one and returns when it answers. */
  private async launch(): Promise<void> {
    const fds = Array.from({ length: LISTENERS }, () => this.socket!.fd);
    const child = fork(this.options.file, {
      env: { ...this.options.env, AISLE_LISTENERS: `${LISTENERS}` } as unknown as NodeJS.ProcessEnv,
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "inherit", "inherit", "ipc", ...fds],
    });
    this.all.add(child);
    child.once("exit", () => this.all.delete(child));
    const ended = once(child, "exit").then(() => {
      throw new Error("a process of the web server ended before it was ready");
    });
    await Promise.race([once(child, "message"), ended]);
    this.reports.add(child);
    ended.catch(() => undefined);
    this.current.add(child);
    const readyAt = performance.now();
    child.once("exit", (code, signal) => void this.replace(child, signal ?? `${code}`, performance.now() - readyAt));
  }

  private async replace(child: ChildProcess, how: string, livedMs: number): Promise<void> {
    if (!this.current.delete(child) || this.stopping) return;
    this.pauseMs = livedMs > 10_000 ? PAUSE_MS.least : Math.min(this.pauseMs * 2, PAUSE_MS.most);
    this.options.say(`  A process of the web server ended (${how}): another one is started`);
    for (;;) {
      await sleep(this.pauseMs);
      if (this.stopping) return;
      try {
        return await this.launch();
      } catch {
        this.pauseMs = Math.min(this.pauseMs * 2, PAUSE_MS.most);
      }
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  tell(child, "stop");
  const impatient = setTimeout(() => child.kill("SIGKILL"), KILL_AFTER_MS);
  await ended;
  clearTimeout(impatient);
}

function tell(child: ChildProcess, order: Order): void {
  if (child.connected) child.send(order, () => undefined);
}
