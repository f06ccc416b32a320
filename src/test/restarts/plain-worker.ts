import type { ServerResponse } from "node:http";
import { runWorker } from "~/cli/front/run-worker";
import { counted } from "~/server/metrics/collect";
import { metrics } from "~/server/metrics/metrics";

const slow: ServerResponse[] = [];
// The parent's word is to end: what is under way then is finished.
process.on("message", () => slow.splice(0).forEach((response) => response.end("done")));

// A worker of the shop without the pages: the API, and who it is.
await runWorker(async () => (request, response) => {
  const body = `${process.pid}`;
  if (request.url === "/slow") {
    response.write("begun, ");
    return slow.push(response);
  }
  if (request.url === "/count") metrics().busy.inc({ reason: "door" });
  if (request.url === "/counted") return void counted().then((text) => response.end(text));
  setImmediate(() => response.writeHead(200, { "content-length": body.length }).end(body));
});
