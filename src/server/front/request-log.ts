import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pino, type Logger } from "pino";
import { env } from "~/env";

const process6 = randomBytes(6).toString("base64url");
let count = 0;

/** Names one request in our log and in its answer: this process's own word, and a number. */
function ownId(): string {
  return `${process6}-${(count++).toString(36)}`;
}

/** The id a proxy of ours gave the request, or a new one. A visitor's own is not taken: it would stand in our log. */
export function requestId({ headers }: IncomingMessage, hops: number = env.TRUST_PROXY): string {
  const given = headers["x-request-id"];
  return hops > 0 && typeof given === "string" && /^[\w.-]{8,64}$/.test(given) ? given : ownId();
}

// Written in the background, some lines at a time: a request must not wait for the terminal.
let writer: Logger | undefined;
const sink = pino.destination({ sync: false, minLength: 4_096 });

function requestLog(): Logger {
  if (writer) return writer;
  writer = pino(
    { level: env.NODE_ENV === "test" ? "silent" : env.LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    sink,
  );
  // Nobody waits longer than this for a line.
  setInterval(() => sink.flush(), 500).unref();
  return writer;
}

/** Writes what is not written yet; before a process ends. */
export function flushRequestLog(): void {
  if (!writer) return;
  try {
    sink.flushSync();
  } catch {
    // Not open yet: then nothing was written either.
  }
}

/** One line once it is answered: method, route, status, ms, id. No query, no name, no address: nobody's data. */
export function logRequest(request: IncomingMessage, response: ServerResponse, route: string, id: string): void {
  const log = requestLog();
  if (!log.isLevelEnabled("info")) return;
  const began = performance.now();
  response.once("close", () => {
    const ms = Math.round((performance.now() - began) * 10) / 10;
    const status = response.writableFinished ? response.statusCode : 499;
    log.info({ id, method: request.method, route, status, ms }, "request");
  });
}

/** A path without what tells one person's things from another's: ids, codes, tokens. */
export function routeOf(path: string): string {
  if (path.startsWith("/api/trpc/")) return path.slice(0, 200);
  return path
    .split("/")
    .map((part) => (isName(part) ? part : ":id"))
    .join("/")
    .slice(0, 200);
}

/** Words of our own addresses: short, and without digits. */
function isName(part: string): boolean {
  return part.length <= 24 && /^[a-z_.\-]*$/i.test(part);
}
