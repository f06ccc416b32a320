/** Calls that one request may make. */
export const MOST_CALLS = 10;

/** What a request's address asks for: "/api/trpc/a.b,c.d?batch=1&input=...". */
export type Asked = {
  /** Names of procedures, known or not, as they stand in the address. */
  paths: string[];
  batch: boolean;
  /** What GET brings; null where it brings nothing. */
  input: string | null;
};

const PREFIX = "/api/trpc/";

/** Read once a request: the head, the refusal and the handler all ask. */
let last: { target: string; asked: Asked } | undefined;

/** The parts of a target; one that cannot be decoded asks for a procedure that does not exist. */
export function askedOf(target: string): Asked {
  if (last?.target === target) return last.asked;
  const at = target.indexOf("?");
  const path = decode(target.slice(PREFIX.length, at === -1 ? undefined : at));
  const query = at === -1 ? null : new URLSearchParams(target.slice(at));
  const batch = query?.get("batch") === "1";
  const asked = { paths: batch ? path.split(",") : [path], batch, input: query?.get("input") ?? null };
  last = { target, asked };
  return asked;
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
