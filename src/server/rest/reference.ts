import { appCodes } from "~/domain/errors";
import { env } from "~/env";
import { statusOf } from "~/server/http/app-status";
import type { Endpoint, Tag } from "./endpoint";
import { jsonSchema, type JsonSchema } from "./json-schema";
import { pathNames } from "./operation";
import { refusalsOf } from "./refusals-of";
import { table } from "./table";

export type ReferenceField = { name: string; place: "path" | "query" | "body"; type: string; required: boolean; about: string | null };
export type ReferenceRow = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | null;
  who: string;
  fields: ReferenceField[];
  status: number;
  request: string;
  answer: string | null;
  refusals: { code: string; status: number }[];
};

const who: Record<Endpoint["door"], string> = {
  open: "Anyone.",
  anyone: "Anyone; who is signed in sees more.",
  user: "Signed in.",
  organizer: "Organizers and admins.",
};

/** The reference as its page reads it: every row of the table, by noun. */
export function reference(): { tag: Tag; rows: ReferenceRow[] }[] {
  const tags = [...new Set(table.map((row) => row.tag))];
  return tags.map((tag) => ({ tag, rows: table.filter((row) => row.tag === tag).map(rowOf) }));
}

/** Every code of a refusal with its status. */
export function refusalCodes(): { code: string; status: number }[] {
  return appCodes.map((code) => ({ code, status: statusOf[code] }));
}

function rowOf(row: Endpoint): ReferenceRow {
  const key = row.scope && row.door !== "anyone" ? ` An API key with the scope ${row.scope}${row.refunds ? ", where the shop asks for no second factor" : ""}.` : "";
  return {
    id: row.operationId,
    method: row.method,
    path: row.path,
    summary: row.summary,
    description: row.description ?? null,
    who: who[row.door] + key,
    fields: fieldsOf(row),
    status: row.status,
    request: curlOf(row),
    answer: row.answer ? JSON.stringify(row.example.answer, null, 2) : null,
    refusals: refusalsOf(row),
  };
}

function fieldsOf(row: Endpoint): ReferenceField[] {
  const { properties = {}, required = [] } = jsonSchema(row.input, "input") as { properties?: Record<string, JsonSchema>; required?: string[] };
  const inPath = pathNames(row.path);
  const elsewhere = row.method === "GET" ? "query" : "body";
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    place: inPath.includes(name) ? "path" : elsewhere,
    type: typeOf(schema),
    required: required.includes(name),
    about: typeof schema.description === "string" ? schema.description : null,
  }));
}

function typeOf(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return schema.enum.join(", ");
  if (Array.isArray(schema.anyOf)) return [...new Set((schema.anyOf as JsonSchema[]).map(typeOf))].join(" or ");
  if (schema.type === "array") return `list of ${typeOf((schema.items ?? {}) as JsonSchema)}`;
  return String(schema.format ?? schema.type ?? "any");
}

function curlOf(row: Endpoint): string {
  const { input } = row.example;
  const inPath = pathNames(row.path);
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name));
  const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) => String(input[name]));
  const query = row.method === "GET" && rest.length > 0 ? `?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)])).toString()}` : "";
  const lines = [
    `curl ${row.method === "GET" ? "" : `-X ${row.method} `}"${env.APP_URL}${path}${query}"`,
    ...(row.door === "open" || row.door === "anyone" ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...(row.method !== "GET" && rest.length > 0 ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(Object.fromEntries(rest))}'`] : []),
  ];
  return lines.join(" \\\n  ");
}
