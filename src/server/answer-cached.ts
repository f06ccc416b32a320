import { gzipSync } from "node:zlib";

type Bodies = { plain: Uint8Array<ArrayBuffer>; gzip: Uint8Array<ArrayBuffer> };

/** Bodies kept, the last asked for longest. */
const KEPT = 64;
const kept = new Map<string, Bodies>();

/**
 * Answers a GET that a crowd asks with the same bytes: 304 to who has them already, else a body that is written and
 * compressed once for each `etag` and not once for each of the crowd.
 */
export function answerCached(
  request: Request,
  answer: { etag: string; cacheControl: string; body: () => string },
): Response {
  const tag = `"${answer.etag}"`;
  const headers = { etag: tag, "cache-control": answer.cacheControl, vary: "accept-encoding" };
  if (has(request.headers.get("if-none-match"), tag)) return new Response(null, { status: 304, headers });
  const { plain, gzip } = bodiesOf(tag, answer.body);
  const type = { "content-type": "application/json; charset=utf-8" };
  return /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "")
    ? new Response(gzip, { headers: { ...headers, ...type, "content-encoding": "gzip" } })
    : new Response(plain, { headers: { ...headers, ...type } });
}

/** A proxy that compresses marks an etag as weak; it is the same to us. */
function has(ifNoneMatch: string | null, tag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(",").some((one) => ["*", tag].includes(one.trim().replace(/^W\//, "")));
}

function bodiesOf(tag: string, body: () => string): Bodies {
  const known = kept.get(tag);
  const bodies = known ?? encode(body());
  kept.delete(tag);
  kept.set(tag, bodies);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return bodies;
}

function encode(text: string): Bodies {
  const plain = new TextEncoder().encode(text);
  return { plain, gzip: new Uint8Array(gzipSync(plain, { level: 6 })) };
}
