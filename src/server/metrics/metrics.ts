import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** How a call ended: refused is the caller's doing, busy and failed are ours. */
export const outcomes = ["refused", "busy", "failed"] as const;
export type Outcome = (typeof outcomes)[number];
/** Why somebody was told BUSY. */
export type BusyReason = "conflicts" | "pool" | "overdue" | "door";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What one process counts. Durations by procedure have a sum and a count and no buckets: with 250 procedures these would
 * be thousands of series; the buckets stand once for all readings and once for all changes.
 */
function create() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    calls: new Counter({ name: "aisle_calls_total", help: "Calls of the API, by procedure.", labelNames: ["procedure"], registers }),
    seconds: new Counter({ name: "aisle_call_seconds_total", help: "Time that calls took in all, by procedure.", labelNames: ["procedure"], registers }),
    errors: new Counter({ name: "aisle_call_errors_total", help: "Calls that were refused, told BUSY, or failed by our fault.", labelNames: ["procedure", "outcome"], registers }),
    durations: new Histogram({ name: "aisle_call_duration_seconds", help: "How long calls took, readings and changes.", labelNames: ["kind"], buckets: SECONDS, registers }),
    conflicts: new Counter({ name: "aisle_conflicts_total", help: "Transactions that lost to another and were tried again, by what PostgreSQL said.", labelNames: ["shape"], registers }),
    busy: new Counter({ name: "aisle_busy_total", help: "Times somebody was told BUSY, by why.", labelNames: ["reason"], registers }),
    connections: new Gauge({ name: "aisle_pool_connections", help: "Connections to the database, by what they do.", labelNames: ["state"], registers }),
    waiting: new Gauge({ name: "aisle_pool_waiting", help: "How many stand in line for a connection.", registers }),
    lineSeconds: new Gauge({ name: "aisle_pool_line_seconds", help: "How long the last in that line will have stood.", aggregator: "max", registers }),
    memory: new Gauge({ name: "aisle_process_resident_bytes", help: "Memory of all processes that answer.", registers }),
    processes: new Gauge({ name: "aisle_processes", help: "Processes that answer.", registers }),
  };
}

const shared = globalThis as unknown as { aisleMetrics?: ReturnType<typeof create> };

/** The process's counters: one set, however often this module is bundled. */
export function metrics() {
  return (shared.aisleMetrics ??= create());
}

/** Counts a call of the API. `procedure` is one of our own names, never what somebody asked for. */
export function countCall(call: { procedure: string; kind: "query" | "mutation"; seconds: number; outcome: Outcome | null }): void {
  const { calls, seconds, errors, durations } = metrics();
  calls.inc({ procedure: call.procedure });
  seconds.inc({ procedure: call.procedure }, call.seconds);
  durations.observe({ kind: call.kind }, call.seconds);
  if (call.outcome) errors.inc({ procedure: call.procedure, outcome: call.outcome });
}

export function countBusy(reason: BusyReason): void {
  metrics().busy.inc({ reason });
}

export function countConflict(shape: string): void {
  metrics().conflicts.inc({ shape });
}

/** How a call ended, by its refusal's name; null where it went well. */
export function outcomeOf(appCode: string | null): Outcome {
  if (appCode === "BUSY") return "busy";
  return appCode === null || appCode === "INTERNAL" || appCode === "UNAVAILABLE" ? "failed" : "refused";
}
