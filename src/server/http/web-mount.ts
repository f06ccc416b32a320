import type { Answer, Mount } from "./exchange";
import { SenderGone } from "./read-body";
import { securityHeaders } from "./security-headers";
import { siteFacts } from "./site-facts";

type WebHandler = (request: Request) => Promise<Response>;

/**
 * A route written for `Request` and `Response` as a part of the front: the other way round than `web-route`. For the
 * machines that call the shop: they take no place of a buyer's at the door.
 */
export function webMount({ answers, mostBytes, handler }: Pick<Mount, "answers"> & { mostBytes: number; handler: WebHandler }): Mount {
  return {
    answers,
    calls: () => 0,
    mostBytes: () => mostBytes,
    refusal: (_head, _error, status) => ({ status, headers: securityHeaders("api", siteFacts), body: "" }),
    handler: async ({ method, target, headers, body }) => {
      const sent = body && method !== "GET" && method !== "HEAD" ? new Uint8Array(body) : undefined;
      return asAnswer(await handler(new Request(new URL(target, "http://localhost"), { method, headers: [...headers], body: sent })));
    },
  };
}

/** @throws SenderGone where the answer breaks off: so does the line */
async function asAnswer(response: Response): Promise<Answer> {
  const body = await response.arrayBuffer().catch(() => {
    throw new SenderGone();
  });
  return { status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(body) };
}
