import { clientIp } from "./client-ip";
import type { Answer, Call, ExchangeHandler } from "./exchange";

/** An exchange handler as an App route: for Vercel and `next dev`, where nothing stands before Next. */
export function routeOf(handler: ExchangeHandler, mostBytes: number) {
  return async (request: Request): Promise<Response> => asResponse(await handler(await asCall(request, mostBytes)));
}

async function asCall(request: Request, mostBytes: number): Promise<Call> {
  const url = new URL(request.url);
  return {
    method: request.method,
    target: url.pathname + url.search,
    headers: new Map(request.headers),
    body: request.body ? await readUpTo(request.body, mostBytes + 1) : null,
    ip: clientIp(request.headers),
  };
}

/** Reads no more than `most` bytes: who is handed that many knows that there were too many. */
async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done && size < most; next = await reader.read()) {
    parts.push(next.value);
    size += next.value.length;
  }
  if (size >= most) await reader.cancel();
  return Buffer.concat(parts).subarray(0, most);
}

function asResponse({ status, headers, body }: Answer): Response {
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) for (const one of [value].flat()) sent.append(name, one);
  const empty = status === 204 || status === 304 || body.length === 0;
  return new Response(empty ? null : typeof body === "string" ? body : new Uint8Array(body), { status, headers: sent });
}
