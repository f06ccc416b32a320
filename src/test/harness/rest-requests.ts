import fc, { type Arbitrary } from "fast-check";
import { openApi } from "~/server/rest/openapi";

type Schema = Record<string, unknown>;
type Parameter = { $ref?: string; name: string; in: string; required: boolean; schema: Schema };
type Operation = { operationId: string; parameters: Parameter[]; requestBody?: { content: { "application/json": { schema: Schema } } } };

/** What there is to ask for, by the name that the document has for it: `eventId`, `seatIds`. */
export type Known = Record<"eventId" | "venueId" | "bookingId" | "sectionId" | "seatIds" | "orderId" | "paymentId", readonly string[]>;

/** An id that a field of this name may mean, mostly; now and then any other. */
type Ids = (name: string) => Arbitrary<string>;

export type Request = { operationId: string; method: string; target: string; body: string | undefined; headers: Record<string, string>; who: number };

/**
 * Requests to every operation of the document: mostly what it promises to take, with known ids strewn in, and now and
 * then something that it does not.
 *
 * @param ids what there is to ask for
 */
export function anyRequest(ids: Known): Arbitrary<Request> {
  const all = fc.constantFrom(...Object.values(ids).flat());
  const known: Ids = (name) => (name in ids ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ids[name as keyof Known]) }, all) : all);
  const operations = Object.entries(openApi().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation: operation as Operation })),
  );
  return fc.oneof(...operations.map((one) => ({ weight: weightOf(one.operation), arbitrary: requestTo(one.path, one.method, one.operation, known) })));
}

/** Hashing a password fills the processor for a twentieth of a second. */
function weightOf({ operationId }: Operation): number {
  return ["register", "login", "changePassword"].includes(operationId) ? 1 : 20;
}

function requestTo(path: string, method: string, operation: Operation, known: Ids): Arbitrary<Request> {
  const own = operation.parameters.filter((parameter) => !parameter.$ref);
  const inPath = fc.record(Object.fromEntries(own.filter((one) => one.in === "path").map((one) => [one.name, pathPart(known(ownerOf(path)))])));
  const query = fc.record(
    Object.fromEntries(own.filter((one) => one.in === "query").map((one) => [one.name, fc.oneof({ weight: 4, arbitrary: valueOf(one.schema, known, one.name) }, anything(known))])),
    { requiredKeys: own.filter((one) => one.in === "query" && one.required).map((one) => one.name) },
  );
  const schema = operation.requestBody?.content["application/json"].schema;
  const body = schema ? bodyOf(schema, known) : fc.constantFrom(undefined, "{}");
  const headers = fc.record(
    {
      "idempotency-key": fc.oneof(fc.constantFrom("a-key", "another-key"), fc.string({ maxLength: 300 })),
      "content-type": fc.constantFrom("application/json", "application/json; charset=utf-8", "text/plain", ""),
      "if-none-match": fc.constantFrom("*", '"x"', "W/"),
      origin: fc.constantFrom("https://evil.example", "null"),
    },
    { requiredKeys: [] },
  );
  return fc.record({ inPath, query, body, headers, who: fc.nat({ max: 6 }), plain: fc.integer({ min: 0, max: 9 }) }).map((given) => {
    const target = path.replace(/\{(\w+)\}/g, (_, name: string) => encodePart(String(given.inPath[name])));
    const search = new URLSearchParams(Object.entries(given.query).map(([name, value]) => [name, asText(value)])).toString();
    const sent = given.plain < 7 ? { "content-type": "application/json" } : given.headers;
    return { operationId: operation.operationId, method, target: search ? `${target}?${search}` : target, body: given.body, headers: sent as Record<string, string>, who: given.who };
  });
}

/** What nobody can write into an address as it is. */
function encodePart(part: string): string {
  return encodeURIComponent(wellFormed(part)).replaceAll(".", "%2E");
}

/** Half a sign cannot be sent. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, "?");
const asText = (value: unknown) => (typeof value === "string" ? wellFormed(value) : (JSON.stringify(value) ?? ""));
/** Whose id stands in a path: "/api/events/{id}" has an event's. */
const ownerOf = (path: string) => `${path.split("/")[2]!.replace(/s$/, "")}Id`;
const pathPart = (known: Arbitrary<string>) => fc.oneof({ weight: 5, arbitrary: known }, fc.string({ minLength: 1, maxLength: 80, unit: "binary" }));
const anything = (known: Ids) => fc.oneof(known(""), fc.string({ maxLength: 40, unit: "binary" }), fc.double(), fc.integer(), fc.constantFrom(null, true, "", "\u0000", [], {}, "\ud800", "9".repeat(400)));

function bodyOf(schema: Schema, known: Ids): Arbitrary<string | undefined> {
  const right = valueOf(schema, known).map((value) => JSON.stringify(value));
  const bent = fc
    .tuple(valueOf(schema, known), fc.nat(), anything(known))
    .map(([value, at, other]) => JSON.stringify(bend(value as Record<string, unknown>, at, other)));
  const broken = fc.constantFrom(undefined, "", "{", "null", "[]", '"text"', "1e999", '{"__proto__":{"a":1}}', `{"a":"${"x".repeat(70_000)}"}`, "[".repeat(5_000));
  return fc.oneof({ weight: 6, arbitrary: right }, { weight: 3, arbitrary: bent }, { weight: 1, arbitrary: broken });
}

/** One field is something else, or gone. */
function bend(value: Record<string, unknown>, at: number, other: unknown): Record<string, unknown> {
  const names = Object.keys(value);
  const name = names[at % Math.max(1, names.length)];
  return name === undefined ? value : { ...value, [name]: other };
}

/** A value that a schema takes, as far as the schema says. */
function valueOf(schema: Schema, known: Ids, name = ""): Arbitrary<unknown> {
  const union = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (union) return fc.oneof(...union.map((one) => valueOf(one, known, name)));
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  switch (schema.type) {
    case "object":
      return objectOf(schema, known);
    case "array":
      return fc.array(valueOf((schema.items ?? {}) as Schema, known, name), { minLength: Number(schema.minItems ?? 0), maxLength: Math.min(6, Number(schema.maxItems ?? 6)) });
    case "integer":
      return fc.integer({ min: Number(schema.minimum ?? -5), max: Math.min(Number(schema.maximum ?? 100_000), 2 ** 31 - 1) });
    case "number":
      return fc.integer({ min: Number(schema.minimum ?? -500), max: Number(schema.maximum ?? 5_000) }).map((whole) => Math.min(whole, 5_000) + 0.5);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return textOf(schema, known(name));
    default:
      return anything(known);
  }
}

function objectOf(schema: Schema, known: Ids): Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const fields = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, valueOf(inner, known, name)]));
  return fc.record(fields, { requiredKeys: (schema.required ?? []) as string[] });
}

function textOf(schema: Schema, known: Arbitrary<string>): Arbitrary<string> {
  if (schema.format === "date-time") return fc.date({ min: new Date("1960-01-01"), max: new Date("2250-01-01"), noInvalidDate: true }).map((at) => at.toISOString());
  if (schema.format === "date") return fc.date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-01-01") }).map((at) => at.toISOString().slice(0, 10));
  const [min, max] = [Number(schema.minLength ?? 0), Math.min(Number(schema.maxLength ?? 60), 400)];
  const free = fc.string({ minLength: min, maxLength: Math.max(min, max), unit: "binary" });
  return fc.oneof({ weight: 12, arbitrary: known }, free, fc.constantFrom("asha@example.com", "Asia/Kolkata", "Mumbai", "/a.png", "aisle-demo-1"));
}
