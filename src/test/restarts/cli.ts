import { parseArgs } from "node:util";
import { sendMany } from "./requests";
import { startPlainWorkers } from "./start";

// `npm run test:restarts -- --requests 100000`: requests over kept connections while the processes are exchanged
// again and again. Prints the failures, of which there must be none.
const { values } = parseArgs({ options: { requests: { type: "string", default: "100000" }, "at-once": { type: "string", default: "50" } } });
const { workers, port } = await startPlainWorkers((line) => console.log(line));
let restarts = 0;
let over = false;
const restarting = (async () => {
  while (!over) {
    await workers.restart();
    restarts++;
  }
})();
const outcome = await sendMany({
  port,
  total: Number(values.requests),
  atOnce: Number(values["at-once"]),
  onDone: (done) => void (done % 10_000 === 0 && console.log(`${done} requests, ${restarts} exchanges of all processes`)),
});
over = true;
await restarting;
await workers.stop();
for (const failure of outcome.failed.slice(0, 20)) console.log(failure);
console.log(`${outcome.done} requests, ${restarts} exchanges, ${outcome.pids.size} processes, ${outcome.failed.length} failed`);
process.exit(outcome.failed.length === 0 ? 0 : 1);
