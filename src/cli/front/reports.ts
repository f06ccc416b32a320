import type { ChildProcess } from "node:child_process";
import { countsOf, type Report } from "~/server/metrics/report";

/** A process that does not say by then what it has counted is taken by what it said last, in ms. */
const PATIENCE_MS = 2_000;

/** What a process says to the one that holds the port: an answer, or its wish to know what all have counted. */
export type Said = { ask: number } | { report: Report; of: number };
/** What it is told: say what you have counted; or what all have. */
export type Told = { say: number } | { reports: Report[]; of: number };

/** Gathers what all processes that answer on the port have counted, those included that have ended. */
export class Reports {
  private gone: Report = [];
  private readonly last = new Map<ChildProcess, Report>();
  private keeping: Promise<void> = Promise.resolve();
  private readonly waiting = new Map<number, () => void>();
  private questions = 0;

  /** From now on this process counts. */
  add(child: ChildProcess): void {
    this.last.set(child, []);
    child.on("message", (said: Said | string) => {
      if (typeof said === "string") return;
      if ("ask" in said) return void this.gather().then((reports) => tell(child, { reports, of: said.ask }));
      this.last.set(child, said.report);
      this.waiting.get(said.of)?.();
    });
    child.once("exit", () => {
      this.keeping = this.keeping.then(() => this.keep(child));
    });
  }

  private async keep(child: ChildProcess): Promise<void> {
    this.gone = await countsOf([this.gone, this.last.get(child) ?? []]);
    this.last.delete(child);
  }

  private async gather(): Promise<Report[]> {
    await Promise.all([...this.last.keys()].map((child) => this.question(child)));
    await this.keeping;
    return [this.gone, ...this.last.values()];
  }

  private question(child: ChildProcess): Promise<void> {
    const id = ++this.questions;
    if (!child.connected) return Promise.resolve();
    return new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, PATIENCE_MS);
      this.waiting.set(id, () => {
        clearTimeout(patience);
        resolve();
      });
      tell(child, { say: id });
    }).finally(() => this.waiting.delete(id));
  }
}

function tell(child: ChildProcess, told: Told): void {
  if (child.connected) child.send(told, () => undefined);
}
