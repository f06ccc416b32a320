import { runWorker } from "~/cli/front/run-worker";

// A worker of the shop without the pages: the API, and who it is.
await runWorker(async () => (request, response) => {
  const body = `${process.pid}`;
  if (request.url === "/slow") {
    response.write("begun, ");
    return setTimeout(() => response.end("done"), 300);
  }
  setTimeout(() => response.writeHead(200, { "content-length": body.length }).end(body), 5);
});
