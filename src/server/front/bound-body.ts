import type { IncomingMessage, ServerResponse } from "node:http";
import { linger } from "./answer-node";

/** Bytes that may be sent to what Next answers, by the beginning of the path; nothing else takes much. */
const MOST: [prefix: string, bytes: number][] = [
  ["/api/uploads", 8_200_000],
  ["/api/webhooks/", 256_000],
  ["/api/sandbox/", 256_000],
];
const USUAL = 64_000;

/**
 * Sees to it that a body which Next or NextAuth read as a whole does not grow without end: 413 where its length says
 * so, and the connection is cut where it comes in pieces and is more than it may be.
 *
 * @returns false where it was refused and answered
 */
export function boundBody(request: IncomingMessage, response: ServerResponse, path: string): boolean {
  const { "content-length": announced, "transfer-encoding": encoding } = request.headers;
  if (announced === undefined && encoding === undefined) return true;
  const most = MOST.find(([prefix]) => path.startsWith(prefix))?.[1] ?? USUAL;
  if (Number(announced) > most) {
    response.writeHead(413, { "content-type": "text/plain; charset=utf-8" }).end("That is too much at once.");
    linger(request);
    return false;
  }
  if (encoding !== undefined) cutAt(request, most);
  return true;
}

/** Counts on the way in, without reading: whoever reads it has not begun yet. */
function cutAt(request: IncomingMessage, most: number): void {
  const push = request.push.bind(request);
  let length = 0;
  request.push = (piece: Buffer | null, ...more) => {
    length += piece?.length ?? 0;
    if (length <= most) return push(piece, ...more);
    request.destroy();
    return false;
  };
}
