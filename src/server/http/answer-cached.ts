/** Bodies kept, the last asked for longest. */
const KEPT = 64;
const kept = new Map<string, Uint8Array<ArrayBuffer>>();

/**
 * Answers a GET that a crowd asks with the same bytes: 304 to who has them already, else a body that is written once
 * for each `etag` and not once for each of the crowd. Next compresses it on its way out.
 */
export function answerCached(
  request: Request,
  answer: { etag: string; cacheControl: string; body: () => string },
): Response {
  const tag = `"${answer.etag}"`;
  const headers = { etag: tag, "cache-control": answer.cacheControl };
  if (has(request.headers.get("if-none-match"), tag)) return new Response(null, { status: 304, headers });
  const type = { "content-type": "application/json; charset=utf-8" };
  return new Response(bodyOf(tag, answer.body), { headers: { ...headers, ...type } });
}

/** A proxy that compresses marks an etag as weak; it is the same to us. */
function has(ifNoneMatch: string | null, tag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(",").some((one) => ["*", tag].includes(one.trim().replace(/^W\//, "")));
}

function bodyOf(tag: string, write: () => string): Uint8Array<ArrayBuffer> {
  const body = kept.get(tag) ?? new TextEncoder().encode(write());
  kept.delete(tag);
  kept.set(tag, body);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return body;
}
