import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { ValidateFunction } from "ajv";
import { openApi } from "~/server/rest/openapi";

type Response = { $ref?: string; content?: Record<string, unknown>; headers?: Record<string, unknown> };
type Operation = { responses: Record<string, Response> };

const document = openApi();
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: "https://aisle.test/openapi", ...document } as object);
const compiled = new Map<string, ValidateFunction>();

export type Seen = { status: number; type: string; body: unknown; headers: Record<string, unknown> };

/**
 * What the document says against an answer: a status, media type or body that it does not declare. Empty: it fits. The
 * validating proxy of every test that speaks to the API.
 */
export function faultsOf(path: string, method: string, seen: Seen): string[] {
  const operations = (document.paths as Record<string, Record<string, unknown> | undefined>)[path];
  const operation = operations?.[method.toLowerCase()] as Operation | undefined;
  if (!operation) return [];
  const declared = operation.responses[String(seen.status)];
  if (!declared) return [`${method} ${path}: status ${seen.status} is not declared: ${JSON.stringify(seen.body).slice(0, 300)}`];
  const content = resolved(declared).content;
  if (!content) return seen.body === undefined ? [] : [`${method} ${path} ${seen.status}: a body where none is declared`];
  const type = seen.type.split(";")[0]!;
  if (!content[type]) return [`${method} ${path} ${seen.status}: ${type} is not declared`];
  const validate = validatorOf(path, method, seen.status, type);
  if (validate(seen.body)) return [];
  return [`${method} ${path} ${seen.status}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(seen.body).slice(0, 400)}`];
}

function resolved(response: Response): Response {
  const name = response.$ref?.split("/").at(-1);
  return name ? ((document.components.responses as Record<string, Response>)[name] ?? {}) : response;
}

function validatorOf(path: string, method: string, status: number, type: string): ValidateFunction {
  const { $ref } = (document.paths[path]?.[method.toLowerCase()] as Operation).responses[String(status)] ?? {};
  const place = $ref ? $ref.split("/").slice(1) : ["paths", path, method.toLowerCase(), "responses", String(status)];
  const pointer = [...place, "content", type, "schema"]
    .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const known = compiled.get(pointer);
  if (known) return known;
  const made = ajv.compile({ $ref: `https://aisle.test/openapi#/${pointer}` });
  compiled.set(pointer, made);
  return made;
}
