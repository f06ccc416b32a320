import { z } from "zod";

export type JsonSchema = Record<string, unknown>;

/** A schema as JSON Schema 2020-12, as OpenAPI 3.1 takes it: what is given, or what is answered. */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: "any", override: ({ jsonSchema: node }) => tidy(node, io) });
  return made;
}

function tidy(node: JsonSchema, io: "input" | "output"): void {
  // Bounds that only say "a safe integer" tell a reader nothing.
  if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
  if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
  // The format says it; the pattern of a leap year does not.
  if (node.format === "date-time" || node.format === "date") delete node.pattern;
  // Classes of signs are read as such in unicode mode alone, which not every reader of a document uses.
  if (typeof node.pattern === "string" && /\\p\{/i.test(node.pattern)) delete node.pattern;
  // More may be answered one day; nobody should break on it.
  if (io === "output") delete node.additionalProperties;
}
