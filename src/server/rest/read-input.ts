import { z } from "zod";
import { AppError } from "~/domain/errors";
import { unkeepableAt } from "~/domain/keepable";
import type { Call } from "~/server/http/exchange";
import type { Endpoint } from "./endpoint";

/** Bytes that a body may have. */
export const MOST_BYTES = 64 * 1024;

/**
 * What a call brings to an endpoint, checked: path, and query or body.
 * @throws AppError TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID_INPUT
 */
export function readInput(row: Endpoint, call: Call, params: Record<string, string>, query: URLSearchParams) {
  const given = row.method === "GET" ? fromQuery(row, query) : fromBody(call);
  const read = row.input.safeParse({ ...given, ...params });
  if (!read.success) throw read.error;
  const odd = unkeepableAt(read.data);
  if (odd) throw new AppError("INVALID_INPUT", "That text holds a sign that cannot be kept.", { field: odd.join(".") });
  return read.data;
}

function fromBody({ body, headers }: Call): Record<string, unknown> {
  if (!body || body.length === 0) return {};
  if (body.length > MOST_BYTES) throw tooLarge();
  if (!/^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(headers.get("content-type") ?? "")) {
    throw new AppError("UNSUPPORTED_MEDIA_TYPE", "Send JSON, with Content-Type: application/json.");
  }
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw new AppError("INVALID_INPUT", "The body is not JSON.", { cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new AppError("INVALID_INPUT", "The body must be a JSON object.");
  }
  return value as Record<string, unknown>;
}

export function tooLarge(): AppError {
  return new AppError("TOO_LARGE", "The body may have 64 kB at most.");
}

/** Texts of a query, as numbers where the schema wants numbers. */
function fromQuery(row: Endpoint, query: URLSearchParams): Record<string, unknown> {
  const numeric = numericOf(row);
  return Object.fromEntries(
    [...query].map(([name, text]) => [name, numeric.has(name) && /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : text]),
  );
}

const numerics = new WeakMap<Endpoint, ReadonlySet<string>>();

function numericOf(row: Endpoint): ReadonlySet<string> {
  const known = numerics.get(row);
  if (known) return known;
  const { properties = {} } = z.toJSONSchema(row.input, { io: "input" });
  const isNumber = (schema: unknown) => ["number", "integer"].includes(String((schema as { type?: string }).type));
  const names = new Set(Object.keys(properties).filter((name) => isNumber(properties[name])));
  numerics.set(row, names);
  return names;
}
