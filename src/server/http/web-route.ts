import { clientIp } from "./client-ip";
import type { Answer, Mount } from "./exchange";
import { readWebBody } from "./read-body";
import { takeCall } from "./take-call";

/** A part of the API as an App route: what the front does for `npm start`, where there is no front. */
export function webRoute(mount: Mount): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const headers = new Map(request.headers);
    const head = { method: request.method, target: pathname + search, headers, ip: clientIp(headers) };
    return asResponse(await takeCall(mount, head, (most) => readWebBody(request, most)));
  };
}

function asResponse({ status, headers, body }: Answer): Response {
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) sent.append(name, one);
  }
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : typeof body === "string" ? body : new Uint8Array(body), { status, headers: sent });
}
