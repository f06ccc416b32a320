import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "~/env";
import { clientIp } from "~/server/http/client-ip";
import type { Answer, Head, Mount } from "~/server/http/exchange";
import { readNodeBody, SenderGone } from "~/server/http/read-body";
import { ourFault, takeCall } from "~/server/http/take-call";

/** Answers a request to the Node server by a part of the API: one write, with its length. */
export async function answerNode(mount: Mount, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const head = headOf(request);
  try {
    send(response, await takeCall(mount, head, (most) => readNodeBody(request, most)));
    linger(request);
  } catch (error) {
    if (error instanceof SenderGone) return void response.destroy();
    send(response, ourFault(error));
  }
}

function headOf(request: IncomingMessage): Head {
  const headers = new Map<string, string>();
  for (const name in request.headers) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, typeof value === "string" ? value : value.join(", "));
  }
  const { method = "GET", url: target = "/" } = request;
  return { method, target, headers, ip: clientIp(headers, env.TRUST_PROXY, request.socket.remoteAddress) };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return;
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, hasBody ? { ...headers, "content-length": Buffer.byteLength(body) } : headers);
  response.end(hasBody ? body : undefined);
}

/** Refused before it was all there: what still comes is let go by for so long, in ms, and then cut off. */
const LINGER_MS = 2_000;

/** Cut at once, a sender that is still sending would never see the answer. */
export function linger(request: IncomingMessage): void {
  if (request.complete) return;
  setTimeout(() => void (request.complete || request.destroy()), LINGER_MS).unref();
}
