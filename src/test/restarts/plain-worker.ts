import { runWorker } from "~/cli/front/run-worker";

// A worker of the shop without the pages: the API, and who it is.
await runWorker(async () => (request, response) => {
  const body = `${process.pid}`;
  if (request.url === "/slow") {
    response.write("begun, ");
    // The parent's word is to end.
    return process.once("message", () => response.end("done"));
  }
  setImmediate(() => response.writeHead(200, { "content-length": body.length }).end(body));
});
