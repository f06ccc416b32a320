import type { IncomingMessage } from "node:http";
import { AppError } from "~/domain/errors";
import { patience } from "~/server/patience";

/** What a body was refused with. */
export class BodyRefused extends Error {
  constructor(
    readonly error: AppError,
    readonly status: 408 | 413,
  ) {
    super(error.message);
  }
}

/** Who sent it has gone: there is nobody to answer. */
export class SenderGone extends Error {}

/** "64 kB", "8 MB". */
function inWords(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.floor(bytes / 1_000_000)} MB` : `${Math.floor(bytes / 1_000)} kB`;
}

function tooLarge(most: number): BodyRefused {
  return new BodyRefused(new AppError("INVALID_INPUT", `That is too much at once: ${inWords(most)} is the most.`), 413);
}

function tooSlow(): BodyRefused {
  return new BodyRefused(new AppError("INVALID_INPUT", "What was sent did not arrive in time. Please try again."), 408);
}

/**
 * The whole body of a request to a Node server, or null where it has none. What a header claims of its length is
 * believed only where it is too much; the request stays open, so that a refusal can be answered.
 *
 * @param most bytes
 * @throws BodyRefused too large, or not there after 10 s; SenderGone
 */
export function readNodeBody(request: IncomingMessage, most: number, inTimeMs = patience.bodyMs): Promise<Buffer | null> {
  const announced = request.headers["content-length"];
  if (announced === undefined && request.headers["transfer-encoding"] === undefined) return Promise.resolve(null);
  if (Number(announced) > most) return Promise.reject(tooLarge(most));
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const settle = (done: () => void) => {
      clearTimeout(timer);
      request.off("data", take).off("end", finish).off("close", gone).off("error", gone);
      done();
    };
    const refuse = (error: Error) =>
      settle(() => {
        // The rest of it is let go by, so that the connection can be used again.
        request.on("error", () => undefined).resume();
        reject(error);
      });
    const take = (piece: Buffer) => {
      length += piece.length;
      if (length > most) refuse(tooLarge(most));
      else pieces.push(piece);
    };
    const finish = () => settle(() => resolve(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)));
    const gone = () => refuse(new SenderGone());
    const timer = setTimeout(() => refuse(tooSlow()), inTimeMs);
    request.on("data", take).on("end", finish).on("close", gone).on("error", gone);
  });
}

/**
 * As `readNodeBody`, of a request to an App route.
 * @throws BodyRefused
 */
export async function readWebBody(request: Request, most: number, inTimeMs = patience.bodyMs): Promise<Buffer | null> {
  if (!request.body) return null;
  if (Number(request.headers.get("content-length")) > most) throw tooLarge(most);
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void reader.cancel().catch(() => undefined);
  }, inTimeMs);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (late) throw tooSlow();
      if (done) return Buffer.concat(pieces);
      length += value.length;
      if (length > most) throw tooLarge(most);
      pieces.push(value);
    }
  } finally {
    clearTimeout(timer);
    void reader.cancel().catch(() => undefined);
  }
}
