import { createHash } from "node:crypto";
import type { Answer, Call } from "~/server/http/exchange";
import { Prepared, type Endpoint } from "./endpoint";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** What a call returned, as it goes out; 304 to who has it already. */
export function writeAnswer(row: Endpoint, call: Call, result: unknown): Answer {
  const shown = row.show(result as never);
  if (!row.answer) return { status: row.status, headers: { "cache-control": "no-store" }, body: "" };
  if (shown instanceof Prepared) return tagged(row, call, shown.etag, shown.write);
  const value = row.answer.parse(shown);
  const body = JSON.stringify(value);
  if (!row.etag) return { status: row.status, headers: { ...JSON_TYPE, "cache-control": "no-store", ...located(row, value) }, body };
  return tagged(row, call, createHash("sha256").update(body).digest("base64url").slice(0, 22), () => body);
}

function tagged(row: Endpoint, call: Call, etag: string, write: () => string | Buffer): Answer {
  const headers = { etag: `"${etag}"`, "cache-control": "no-cache", vary: "Authorization, Cookie" };
  const known = (call.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (known.includes(headers.etag) || known.includes("*")) return { status: 304, headers, body: "" };
  return { status: row.status, headers: { ...headers, ...JSON_TYPE }, body: write() };
}

/** What was made stands at its id below the path it was made at. */
function located(row: Endpoint, value: unknown): Record<string, string> {
  const { id } = (value ?? {}) as { id?: unknown };
  return row.status === 201 && typeof id === "string" && !row.path.includes("{") ? { location: `${row.path}/${id}` } : {};
}
