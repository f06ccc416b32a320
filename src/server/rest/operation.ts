import type { z } from "zod";
import { appCodes } from "~/domain/errors";
import { statusOf } from "~/server/http/app-status";
import type { Endpoint } from "./endpoint";
import { jsonSchema, type JsonSchema } from "./json-schema";
import { LATE, refusalsOf } from "./refusals-of";

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
const limits = { RateLimit: ref("headers", "RateLimit"), "RateLimit-Policy": ref("headers", "RateLimitPolicy") };
const titleOf = (id: string) => `${id[0]!.toUpperCase()}${id.slice(1)}Answer`;

const security: Record<Endpoint["door"], Record<string, never[]>[]> = {
  open: [],
  anyone: [{}, { bearer: [] }, { cookie: [] }],
  user: [{ bearer: [] }, { cookie: [] }],
  organizer: [{ bearer: [] }, { cookie: [] }],
};

/** One row as an OpenAPI operation. */
export function operationOf(row: Endpoint) {
  const refusals = [...new Set(refusalsOf(row).map(({ code }) => code))];
  const scope = row.scope && row.door !== "anyone" ? `An API key needs the scope \`${row.scope}\`.` : undefined;
  const factor = row.refunds && "Where the shop asks for a second factor, only a sign-in that showed one may: a person's, no API key.";
  return {
    operationId: row.operationId,
    tags: [row.tag],
    summary: row.summary,
    description: [row.description ?? `${row.summary}.`, scope, factor, `Refusals: ${refusals.join(", ")}.`].filter(Boolean).join("\n\n"),
    security: security[row.door],
    parameters: parametersOf(row),
    ...requestBodyOf(row),
    responses: { [row.status]: answerOf(row), ...(row.etag && { 304: ref("responses", "NotModified") }), ...problemsOf(row) },
  };
}

/** The names of what stands in the path. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
}

type ObjectSchema = { properties: Record<string, JsonSchema>; required: string[] };

function inputOf(row: Endpoint): ObjectSchema {
  const { properties = {}, required = [] } = jsonSchema(row.input as z.ZodType, "input") as Partial<ObjectSchema>;
  return { properties, required };
}

function parametersOf(row: Endpoint) {
  const { properties, required } = inputOf(row);
  const inPath = pathNames(row.path);
  const names = row.method === "GET" ? Object.keys(properties) : inPath;
  const given = names.map((name) => {
    const { description, ...schema } = properties[name]!;
    const place = inPath.includes(name) ? "path" : "query";
    const about = description ?? (place === "path" ? "Whose." : undefined);
    return { name, in: place, required: required.includes(name), ...(about !== undefined && { description: about }), schema, ...exampleOf(row, name) };
  });
  if (row.method !== "GET") return [...given, ref("parameters", "IdempotencyKey")];
  return row.etag ? [...given, ref("parameters", "IfNoneMatch")] : given;
}

function exampleOf(row: Endpoint, name: string) {
  const example = row.example.input[name];
  return example === undefined ? {} : { example };
}

function requestBodyOf(row: Endpoint) {
  if (row.method === "GET") return {};
  const inPath = new Set(pathNames(row.path));
  const { properties, required } = inputOf(row);
  const left = Object.entries(properties).filter(([name]) => !inPath.has(name));
  if (left.length === 0) return {};
  const needed = required.filter((name) => !inPath.has(name));
  const schema = { type: "object", properties: Object.fromEntries(left), ...(needed.length > 0 && { required: needed }) };
  const example = Object.fromEntries(Object.entries(row.example.input).filter(([name]) => !inPath.has(name)));
  return { requestBody: { required: needed.length > 0, content: { "application/json": { schema, example } } } };
}

function answerOf(row: Endpoint) {
  const headers = { ...limits, ...(row.etag && { ETag: ref("headers", "ETag") }) };
  if (!row.answer) return { description: "Done.", headers };
  const content = { "application/json": { schema: ref("schemas", titleOf(row.operationId)), example: row.example.answer } };
  return { description: row.status === 201 ? "Made." : "Done.", headers, content };
}

function problemsOf(row: Endpoint): Record<number, unknown> {
  const statuses = new Set(refusalsOf(row).map(({ status }) => status));
  return Object.fromEntries([...statuses].map((status) => [status, ref("responses", `Problem${status}`)]));
}

/** The problem responses that operations point at, one for each status there is. */
export function problemResponses(): Record<string, unknown> {
  const waits = new Set<number>([429, 503]);
  // A method that an address does not take has no operation to stand in.
  const statuses = [...new Set([...Object.values(statusOf), LATE.status])].filter((status) => status !== 405);
  return Object.fromEntries(
    statuses.map((status) => [
      `Problem${status}`,
      {
        description: `${appCodes.filter((code) => statusOf[code] === status || (status === LATE.status && code === LATE.code)).join(", ")}.`,
        headers: { ...limits, ...(waits.has(status) && { "Retry-After": ref("headers", "RetryAfter") }) },
        content: { "application/problem+json": { schema: ref("schemas", "Problem") } },
      },
    ]),
  );
}
