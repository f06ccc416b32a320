type Loose = { code?: unknown; name?: unknown; kind?: unknown; cause?: Loose; message?: unknown; meta?: { driverAdapterError?: Loose } };

const awayCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "ECONNREFUSED", "ECONNRESET", "57P01", "57P03"]);
const awayKinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);

/** Whether an error says that the database cannot be reached (not that it refused something). */
export function isDatabaseAway(error: unknown): boolean {
  for (let e = error as Loose | undefined, depth = 0; e && depth < 5; depth++) {
    if (awayCodes.has(String(e.code)) || awayKinds.has(String(e.kind))) return true;
    if (/timeout exceeded when trying to connect|Connection terminated/i.test(String(e.message ?? ""))) return true;
    e = e.cause ?? e.meta?.driverAdapterError;
  }
  return false;
}

/** The constraint or fields that a unique violation names ("P2002"), or null where the error is another. */
export function uniqueViolation(error: unknown): string | null {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: unknown };
  return code === "P2002" ? JSON.stringify(meta ?? {}) : null;
}
