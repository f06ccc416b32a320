import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import type { ExchangeHandler } from "~/server/http/exchange";

/** An exchange handler on a port of its own, over real HTTP. Call it once, at the top of a test file. */
export function serveExchange(handler: ExchangeHandler): { url: () => string } {
  const server = createServer((request, response) => answerExchange(handler, request, response));
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Reads a request, asks the handler, writes what it answers. Whoever asks may say in `x-test-ip` where from. */
export function answerExchange(handler: ExchangeHandler, request: IncomingMessage, response: ServerResponse): void {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const headers = new Map(Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(", ")]));
    const body = parts.length > 0 ? Buffer.concat(parts) : null;
    const ip = headers.get("x-test-ip") ?? "203.0.113.9";
    void handler({ method: request.method ?? "GET", target: request.url ?? "/", headers, body, ip }).then((answer) =>
      response.writeHead(answer.status, answer.headers).end(answer.body),
    );
  });
}
