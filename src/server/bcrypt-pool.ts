import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { busy } from "~/domain/errors";

type Task = { call: "hash" | "compare"; args: [string, string | number] };
type Waiting = Task & { who: string | null; resolve: (value: unknown) => void; reject: (error: unknown) => void };
type Bounds = { threads: number; mostWaiting: number; mostWaitingEach: number };

/** About 70 ms each: whoever stands last waits three seconds at most. */
const BOUNDS: Bounds = {
  threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
  mostWaiting: 40,
  mostWaitingEach: 10,
};

// A thread of text, not of a file: the same from source, from a test and from the bundle.
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const bcrypt = require(workerData.bcrypt);
parentPort.on("message", ({ call, args }) => {
  bcrypt[call](...args).then((value) => parentPort.postMessage({ value }), (error) => parentPort.postMessage({ error: String(error) }));
});`;

/**
 * bcrypt on threads of its own: on the one that answers requests each would stand in everybody's way. The line is
 * bounded, for all and for each address, so that a crowd of wrong passwords keeps nobody's right one waiting long.
 */
export class BcryptPool {
  private readonly idle: Worker[] = [];
  private readonly line: Waiting[] = [];
  private threads = 0;

  constructor(private readonly bounds: Bounds = BOUNDS) {}

  /** The hash of a password; `cost` doubles the time with each step. @throws AppError BUSY */
  hash(password: string, cost: number, who: string | null = null): Promise<string> {
    return this.enqueue({ call: "hash", args: [password, cost] }, who) as Promise<string>;
  }

  /** Whether they belong together. `who` is the address that asks, where it tells people apart. @throws AppError BUSY */
  compare(password: string, passwordHash: string, who: string | null = null): Promise<boolean> {
    return this.enqueue({ call: "compare", args: [password, passwordHash] }, who) as Promise<boolean>;
  }

  private enqueue(task: Task, who: string | null): Promise<unknown> {
    const each = who === null ? 0 : this.line.filter((one) => one.who === who).length;
    if (this.line.length >= this.bounds.mostWaiting || each >= this.bounds.mostWaitingEach) {
      return Promise.reject(busy("the line for bcrypt is full"));
    }
    return new Promise((resolve, reject) => {
      this.line.push({ ...task, who, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    if (this.line.length === 0) return;
    const worker = this.idle.pop() ?? this.start();
    if (!worker) return;
    const { call, args, resolve, reject } = this.line.shift()!;
    const answered = ({ value, error }: { value?: unknown; error?: string }) => {
      worker.off("error", died);
      worker.unref();
      this.idle.push(worker);
      if (error === undefined) resolve(value);
      else reject(new Error(error));
      this.next();
    };
    const died = (error: Error) => {
      worker.off("message", answered);
      this.threads--;
      reject(error);
      this.next();
    };
    worker.once("message", answered);
    worker.once("error", died);
    worker.ref();
    worker.postMessage({ call, args });
  }

  private start(): Worker | null {
    if (this.threads >= this.bounds.threads) return null;
    this.threads++;
    const bcrypt = createRequire(path.join(process.cwd(), "package.json")).resolve("bcryptjs");
    return new Worker(THREAD, { eval: true, workerData: { bcrypt } });
  }
}

const shared = globalThis as unknown as { aisleBcrypt?: BcryptPool };

/** The process's own. */
export const bcryptPool: BcryptPool = (shared.aisleBcrypt ??= new BcryptPool());
