import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Mount } from "~/server/http/exchange";
import { securityHeaders } from "~/server/http/security-headers";
import { siteFacts } from "~/server/http/site-facts";
import { answerNode } from "./answer-node";
import { boundBody } from "./bound-body";
import { Connections, patience } from "./connections";
import { logRequest, requestId, routeOf } from "./request-log";

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

type Parts = {
  mounts: readonly Mount[];
  /** Answers what is built once and never changes; false where it has no such file. */
  files?: (request: IncomingMessage, response: ServerResponse, path: string) => boolean;
  /** All else. */
  next: NodeHandler;
  /** Other times than `patience`, in ms: for tests. */
  times?: Partial<typeof patience>;
};

export type Front = { server: Server; connections: Connections };

/** The server before Next: the API's calls and built files are answered here, the rest is Next's (docs/decisions/0090). */
export function createFront(parts: Parts): Front {
  const server = createServer({ ...patience, ...parts.times, noDelay: true }, (request, response) => {
    const { url = "/" } = request;
    const at = url.indexOf("?");
    const path = at === -1 ? url : url.slice(0, at);
    connections.began(response);
    if (parts.files?.(request, response, path)) return;
    const id = requestId(request);
    response.setHeader("x-request-id", id);
    logRequest(request, response, routeOf(path), id);
    const mount = parts.mounts.find((one) => one.answers(path, request.method ?? "GET"));
    if (mount) return void answerNode(mount, request, response);
    // It would hand cookies back to whatever asked; Next answers it with a page.
    if (request.method === "TRACE") return void response.writeHead(405, { allow: "GET, HEAD, POST", ...securityHeaders("api", siteFacts) }).end();
    if (!boundBody(request, response, path)) return;
    request.headers["x-request-id"] = id;
    parts.next(request, response);
  });
  const connections = new Connections(server);
  // Half a request, or none of ours: Node's own short answer, and gone.
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const status = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? "408 Request Timeout" : error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : "400 Bad Request";
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
  });
  return { server, connections };
}
