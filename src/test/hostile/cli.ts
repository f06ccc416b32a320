import { spawn } from "node:child_process";
import { Agent, request } from "node:http";
import { parseArgs } from "node:util";
import { habits, openSockets } from "../harness/raw-sockets";
import { startPlainWorkers } from "../restarts/start";

// `npm run test:hostile -- --idle 10000 --slow 1000 --seconds 30`: sockets that mean no good before a shop without its
// pages, and somebody who asks a small thing again and again. Every answer must be the right one; how long the slowest
// took is printed. slowhttptest is run where it is installed (Debian: apt-get install slowhttptest). What takes no tool
// and little time stands in src/server/front/hostile.test.ts.
const { values } = parseArgs({
  options: { idle: { type: "string", default: "10000" }, slow: { type: "string", default: "1000" }, seconds: { type: "string", default: "30" } },
});
const [idle, slow, seconds] = [Number(values.idle), Number(values.slow), Number(values.seconds)];
const { workers, port } = await startPlainWorkers((line) => console.log(line), { count: 1 });
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const wrong: string[] = [];

function ping(): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    const fail = (what: unknown) => {
      wrong.push(String(what));
      resolve(performance.now() - began);
    };
    const sent = request({ agent, port, host: "127.0.0.1", path: "/api/trpc/system.ping" }, (response) => {
      response.resume().on("end", () => (response.statusCode === 200 ? resolve(performance.now() - began) : fail(response.statusCode)));
    });
    sent.on("error", fail).end();
  });
}

/** Asks until `over` says so; prints how it went. */
async function askBeside(what: string, over: () => boolean): Promise<void> {
  const took: number[] = [];
  do took.push(await ping());
  while (!over());
  took.sort((a, b) => a - b);
  const at = (q: number) => took[Math.min(took.length - 1, Math.floor(took.length * q))]!.toFixed(1);
  console.log(`${what}: ${took.length} answers, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`);
}

/** One of slowhttptest's kinds, for as long as it runs; false where it is not installed. */
async function besideTool(what: string, kind: string[]): Promise<boolean> {
  const words = [...kind, "-c", String(slow), "-r", "500", "-l", String(seconds), "-u", `http://127.0.0.1:${port}/api/trpc/system.ping`];
  const child = spawn("slowhttptest", words, { stdio: "ignore" });
  let state: "runs" | "ended" | "missing" = "runs";
  child.on("error", () => (state = "missing")).on("exit", () => (state = "ended"));
  await askBeside(`beside slowhttptest, ${what}`, () => state !== "runs");
  return (state as string) !== "missing";
}

const endsAt = (ms: number) => () => performance.now() > ms;
await askBeside("alone", endsAt(performance.now() + 3_000));
const lines = await openSockets(port, idle, habits.idle);
await askBeside(`beside ${idle} that were answered and keep the line`, endsAt(performance.now() + 10_000));
lines.close();
const unsent = await openSockets(port, slow, habits.unsentBody);
await askBeside(`beside ${slow} that keep a body back`, endsAt(performance.now() + 10_000));
unsent.close();
const installed = await besideTool("headers that never end", ["-H"]);
if (installed) {
  await besideTool("bodies that trickle", ["-B"]);
  await besideTool("readers that do not read", ["-X"]);
  await besideTool("ranges", ["-R"]);
} else console.log("slowhttptest is not installed: its part was left out.");
agent.destroy();
await workers.stop();
for (const failure of wrong.slice(0, 20)) console.log(failure);
console.log(`${wrong.length} wrong answers`);
process.exit(wrong.length === 0 ? 0 : 1);
