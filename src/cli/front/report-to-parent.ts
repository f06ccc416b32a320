import { askAllProcesses } from "~/server/metrics/collect";
import { ownReport } from "~/server/metrics/processes";
import type { Report } from "~/server/metrics/report";
import type { Said, Told } from "./reports";

/** Lets the process that holds the port know what this one has counted, and asks it what all have. */
export function reportToParent(): void {
  const waiting = new Map<number, (reports: Report[]) => void>();
  let questions = 0;
  process.on("message", (told: Told | string) => {
    if (typeof told === "string") return;
    if ("reports" in told) return void waiting.get(told.of)?.(told.reports);
    void ownReport().then((report) => say({ report, of: told.say }));
  });
  askAllProcesses(() => {
    const id = ++questions;
    return new Promise<Report[]>((resolve) => {
      waiting.set(id, resolve);
      say({ ask: id });
    }).finally(() => waiting.delete(id));
  });
}

/** Said before the end, so that nothing that was counted is lost. */
export async function sayLast(): Promise<void> {
  const report = await ownReport();
  if (process.connected) await new Promise<void>((resolve) => process.send!({ report, of: 0 } satisfies Said, undefined, undefined, () => resolve()));
}

function say(said: Said): void {
  if (process.connected) process.send!(said, undefined, undefined, () => undefined);
}
