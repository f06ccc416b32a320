type Loose = {
  code?: unknown;
  name?: unknown;
  kind?: unknown;
  originalCode?: unknown;
  cause?: Loose;
  message?: unknown;
  meta?: { driverAdapterError?: Loose };
};

const awayCodes = new Set(["P1001", "P1002", "P1008", "P1017", "ECONNREFUSED", "57P01", "57P03"]);
const awayKinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout"]);
const fullCodes = new Set(["P2024", "P2037", "53300"]);

/** Whether an error says that the database cannot be reached (not that it refused something, nor that it is full). */
export function isDatabaseAway(error: unknown): boolean {
  const away = some(error, (e) => awayCodes.has(String(e.code)) || awayKinds.has(String(e.kind)) || says(e, /Connection terminated/i));
  return away || (isReset(error) && !isHungUp(error));
}

/**
 * Whether a client let go before its call had come whole: what Node's HTTP server makes up ("aborted"), with nothing of
 * the database around it. A socket's own error names the system call that failed; ours to the database are such.
 */
export function isHungUp(error: unknown): boolean {
  return isReset(error) && !some(error, (e) => "syscall" in e || /^(Prisma|DriverAdapter)/.test(String(e.name)) || "severity" in e || e.code === "P1017");
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

/** The constraint or fields that a unique violation names ("P2002", or the driver's 23505), or null where the error is another. */
export function uniqueViolation(error: unknown): string | null {
  const { code, meta, constraint } = (error ?? {}) as { code?: unknown; meta?: unknown; constraint?: unknown };
  if (code === "23505") return String(constraint);
  return code === "P2002" ? JSON.stringify(meta ?? {}) : null;
}

/** Where a conflict came up: the query engine, a raw query, COMMIT, or the driver itself. */
export type ConflictShape = "P2034" | "P2010" | "COMMIT" | "DRIVER";

const conflictCodes = new Set(["40001", "40P01"]);

/**
 * Which shape of a serialization conflict or deadlock an error has, or null: the query engine's P2034, a raw query's
 * P2010, the bare driver error that a refused COMMIT gives, or the driver's own error with its SQLSTATE.
 */
export function conflictShape(error: unknown): ConflictShape | null {
  const { code, name } = (error ?? {}) as Loose;
  if (code === "P2034") return "P2034";
  if (!some(error, isConflict)) return null;
  if (code === "P2010") return "P2010";
  return name === "DriverAdapterError" ? "COMMIT" : "DRIVER";
}

function isConflict(e: Loose): boolean {
  return e.kind === "TransactionWriteConflict" || conflictCodes.has(String(e.originalCode)) || conflictCodes.has(String(e.code));
}

/** Rolled back because its time was up; nothing of it was saved. */
export function isOverdue(error: unknown): boolean {
  const { code, message } = (error ?? {}) as Loose;
  return code === "P2028" && String(message).includes("on an expired transaction");
}
