type Loose = { code?: unknown; originalCode?: unknown; name?: unknown; kind?: unknown; cause?: Loose; message?: unknown; meta?: { driverAdapterError?: Loose } };

const awayCodes = new Set(["P1001", "P1002", "P1008", "P1017", "ECONNREFUSED", "57P01", "57P03"]);
const awayKinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout"]);
const fullCodes = new Set(["P2024", "P2037", "53300"]);

/** Whether an error says that the database cannot be reached (not that it refused something, nor that it is full). */
export function isDatabaseAway(error: unknown): boolean {
  const away = some(error, (e) => awayCodes.has(String(e.code)) || awayKinds.has(String(e.kind)) || says(e, /Connection terminated/i));
  return away || (isReset(error) && !isHungUp(error));
}

/** Whether a client let go before its call had come whole: Node's own error, with nothing of the database around it. */
export function isHungUp(error: unknown): boolean {
  return isReset(error) && !some(error, (e) => /^(Prisma|DriverAdapter)/.test(String(e.name)) || "severity" in e || e.code === "P1017");
}

const isReset = (error: unknown) => some(error, (e) => e.code === "ECONNRESET" || e.originalCode === "ECONNRESET");

/** Whether an error says that too many people want a connection at once: the line is too long, or nobody let go in time. */
export function isDatabaseFull(error: unknown): boolean {
  return some(error, (e) => {
    const late = e.code === "P2028" && says(e, /Unable to start a transaction/);
    return late || fullCodes.has(String(e.code)) || e.kind === "TooManyConnections" || says(e, /timeout exceeded when trying to connect/i);
  });
}

/** Whether it is so of an error or of what it came from. */
function some(error: unknown, test: (e: Loose) => boolean): boolean {
  for (let e = error as Loose | undefined, depth = 0; e && depth < 5; depth++) {
    if (test(e)) return true;
    e = e.cause ?? e.meta?.driverAdapterError;
  }
  return false;
}

function says(e: Loose, words: RegExp): boolean {
  return words.test(String(e.message ?? ""));
}

/** The constraint or fields that a unique violation names ("P2002"), or null where the error is another. */
export function uniqueViolation(error: unknown): string | null {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: unknown };
  return code === "P2002" ? JSON.stringify(meta ?? {}) : null;
}
