import type { ChildProcess } from "node:child_process";
import { watchLauncher } from "~/cli/launcher";
import { say } from "~/cli/say";
import { StartError } from "~/cli/start-error";

type Stop = () => void | Promise<void>;

/** Stops what was started, last first, whatever ends us: a signal, a failure, a child that died. */
export class Shutdown {
  readonly #stops: Stop[] = [];
  #ending: Promise<never> | undefined;
  #hungUp: (() => void) | undefined;

  /** Remembers how to stop something; at once where the end has begun. */
  add(stop: Stop): void {
    if (this.#ending) void stop();
    else this.#stops.push(stop);
  }

  listen(): void {
    // Who read our words may be gone before us; that must not keep us from stopping what we started.
    for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      // npm passes Ctrl-C on although the terminal has sent it to us too: the second is no news.
      process.on(signal, () => void this.#end(0, "\nStopping ..."));
    }
    process.on("SIGHUP", () => {
      if (this.#hungUp && !process.stdin.isTTY) this.#hungUp();
      else void this.#end(0, "\nStopping ...");
    });
    watchLauncher(() => void this.#end(1, "npm is gone: stopping ..."));
  }

  /** What SIGHUP asks for where there is no terminal that it could be the end of: a restart without a gap. */
  onHangup(restart: () => void): void {
    this.#hungUp = restart;
  }

  /** Ends all when this child ends. */
  endWith(child: ChildProcess, name: string): void {
    child.once("exit", () => void (this.#ending ?? this.#end(1, `${name} ended: stopping ...`)));
  }

  /** Ends all with exit code 1; what a person can mend is told without a stack. */
  fail(error: unknown): Promise<never> {
    if (this.#ending) return this.#ending;
    console.error(error instanceof StartError ? error.message : error);
    return this.#end(1);
  }

  #end(code: number, words?: string): Promise<never> {
    return (this.#ending ??= this.#stopAll(code, words));
  }

  async #stopAll(code: number, words?: string): Promise<never> {
    if (words) say(words);
    for (const stop of this.#stops.splice(0).reverse()) {
      try {
        await stop();
      } catch (error) {
        console.error(error);
      }
    }
    if (code === 0) say("Aisle has stopped.");
    process.exit(code);
  }
}
