import { db } from "~/server/db/db";
import { ownReport } from "./processes";
import { addUp, type Report } from "./report";
import { readShop } from "./shop";

/** Told by the process that holds the port (cli/front): what its other processes have counted. */
type FromAll = () => Promise<Report[]>;

const shared = globalThis as unknown as { aisleReports?: FromAll };

/** Makes `collect` ask all processes of the shop. */
export function askAllProcesses(ask: FromAll): void {
  shared.aisleReports = ask;
}

/** What all processes of the shop have counted. */
export async function counted(): Promise<string> {
  return addUp(shared.aisleReports ? await shared.aisleReports() : [await ownReport()]);
}

/** Everything there is to be measured, as Prometheus reads it: counts of all processes, and how the shop stands. */
export async function collect(): Promise<string> {
  return (await Promise.all([counted(), readShop(db)])).join("\n");
}
