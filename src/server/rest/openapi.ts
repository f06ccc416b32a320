import { appCodes } from "~/domain/errors";
import { env } from "~/env";
import type { Endpoint, Tag } from "./endpoint";
import { jsonSchema, type JsonSchema } from "./json-schema";
import { operationOf, problemResponses } from "./operation";
import { table } from "./table";

const tags: Record<Tag, string> = {
  "Sign-in": "Accounts and tokens.",
  Profile: "One's own account.",
  Events: "What is on, its seats, and organizers' own events.",
  Holds: "Seats held for a buyer while they choose.",
  Bookings: "From held seats to tickets, and back.",
  Venues: "Places and their seats.",
};

const DESCRIPTION = `Tickets for seats: events, holds, bookings, payments.

Money is in rupees with two decimals; beside each amount stands the same in paise. Instants are ISO 8601, UTC.
Refusals are problems (RFC 9457) with an \`appCode\` to branch on and a \`detail\` that people may read.
Every POST and PUT takes an \`Idempotency-Key\`: sent again within 24 hours it has one effect and one answer.`;

/** The OpenAPI 3.1 document of the table. */
export function openApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Aisle",
      version: "1.0.0",
      description: DESCRIPTION,
      contact: { name: "Aisle", url: `${env.APP_URL}/docs/api` },
      license: { name: "Proprietary", url: `${env.APP_URL}/docs/api` },
    },
    // Beside the document itself, wherever this shop stands.
    servers: [{ url: "/", description: "This shop" }],
    security: [{ bearer: [] }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: pathsOf(table),
    components: { schemas: schemasOf(table), securitySchemes, headers, parameters, responses },
  };
}

let text: string | undefined;

/** The same as it is served; written once. */
export function openApiText(): string {
  return (text ??= JSON.stringify(openApi()));
}

function pathsOf(rows: readonly Endpoint[]): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const row of rows) (paths[row.path] ??= {})[row.method.toLowerCase()] = operationOf(row);
  return paths;
}

function schemasOf(rows: readonly Endpoint[]): Record<string, JsonSchema> {
  const answers = rows.flatMap((row) => (row.answer ? [[answerName(row), jsonSchema(row.answer, "output")] as const] : []));
  return { ...Object.fromEntries(answers), Problem: problemSchema };
}

export function answerName({ operationId }: Endpoint): string {
  return `${operationId[0]!.toUpperCase()}${operationId.slice(1)}Answer`;
}

const problemSchema: JsonSchema = {
  type: "object",
  description: "RFC 9457.",
  required: ["type", "title", "status", "detail", "appCode"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "A sentence a buyer understands." },
    appCode: { type: "string", enum: [...appCodes] },
    field: { type: "string", description: "Which field is wrong." },
    facts: { type: "object", description: "What a client may act on: the taken seats, when to try again.", additionalProperties: true },
  },
};

const securitySchemes = {
  bearer: { type: "http", scheme: "bearer", description: "An access token, or an organizer's API key (`aisle_...`)." },
  cookie: { type: "apiKey", in: "cookie", name: "next-auth.session-token", description: "The shop's own pages." },
};

const header = (description: string, schema: JsonSchema = { type: "string" }) => ({ description, schema });
const headers = {
  RateLimit: header("What is left of the quota, and seconds until it is whole again."),
  RateLimitPolicy: header("The quota and its window."),
  RetryAfter: header("Seconds to wait.", { type: "integer" }),
  ETag: header("Send it as If-None-Match the next time."),
};

const parameters = {
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "Made by the client for this request, such as a UUID. Sent again with it within 24 hours, the request has one effect and one answer.",
    schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]+$" },
  },
  IfNoneMatch: { name: "If-None-Match", in: "header", required: false, description: "The ETag of what one has.", schema: { type: "string" } },
};

const responses = { ...problemResponses(), NotModified: { description: "Nothing has changed since.", headers: { ETag: { $ref: "#/components/headers/ETag" } } } };
