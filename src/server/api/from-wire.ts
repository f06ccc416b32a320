import superjson from "superjson";
import { AppError } from "~/domain/errors";
import { unkeepableAt } from "~/domain/keepable";

/** Dates in one input; no form has nearly as many. */
const MOST_MARKED = 1_000;
/** All that our clients send besides JSON itself. */
const KNOWN = new Set<unknown>(["Date", "undefined"]);

/**
 * What a client sent, made whole: dates and `undefined` are marked beside the JSON. superjson would build numbers of
 * any length, expressions, sets and arrays of bytes as well; whoever asks for one is refused before it is built.
 * @throws AppError INVALID_INPUT
 */
export function fromWire(sent: unknown): unknown {
  const whole = asSent(sent);
  const odd = unkeepableAt(whole);
  if (odd) throw new AppError("INVALID_INPUT", "That text holds a sign that cannot be kept.", { field: odd.join(".") });
  return whole;
}

function asSent(sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null || !("json" in sent)) throw unreadable();
  const { json, meta } = sent as { json: unknown; meta?: { values?: unknown } | null };
  const values = meta?.values;
  if (values === undefined || values === null) return json;
  if (!isKnown(values)) throw unreadable();
  try {
    return superjson.deserialize({ json: json as never, meta: { values: values as never } }, { inPlace: true });
  } catch {
    throw unreadable();
  }
}

export function unreadable(): AppError {
  return new AppError("INVALID_INPUT", "We could not read what was sent. Please load the page again.");
}

/** A mark is `["Date"]`; marks stand in one object by their paths, or alone where the whole input is one. */
function isKnown(values: unknown): boolean {
  if (isMark(values)) return true;
  if (typeof values !== "object" || values === null || Array.isArray(values)) return false;
  const marks = Object.values(values);
  return marks.length <= MOST_MARKED && marks.every(isMark);
}

function isMark(value: unknown): boolean {
  return Array.isArray(value) && value.length === 1 && KNOWN.has(value[0]);
}
