/**
 * What superjson (2.2) writes of plain objects, dates and `undefined`, and reads back: all that our API says. Browsers
 * need no more, and superjson itself is four times as heavy; the server still speaks it (server/api/trpc.ts), and a
 * test holds both to the same letters.
 */
type Sent = { json: unknown; meta?: { values?: Marks } };
type Mark = ["Date"] | ["undefined"];
type Marks = Mark | Record<string, Mark>;

export const wire = {
  serialize(value: unknown): Sent {
    const marks: Record<string, Mark> = {};
    const json = write(value, [], marks);
    const own = marks[""];
    if (own) return { json, meta: { values: own } };
    return Object.keys(marks).length > 0 ? { json, meta: { values: marks } } : { json };
  },

  /** @throws Error where something is marked that our API never says */
  deserialize<T = unknown>({ json, meta }: Sent): T {
    const values = meta?.values;
    if (!values) return json as T;
    if (Array.isArray(values)) return revive(json, values) as T;
    for (const [path, mark] of Object.entries(values)) {
      const keys = path.match(/(?:\\.|[^.\\])+/g)?.map((key) => key.replace(/\\(.)/g, "$1")) ?? [];
      const last = keys.pop()!;
      const parent = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], json) as Record<string, unknown>;
      parent[last] = revive(parent[last], mark);
    }
    return json as T;
  },
};

function write(value: unknown, path: readonly string[], marks: Record<string, Mark>): unknown {
  const mark = (what: Mark) => (marks[path.map((key) => key.replace(/[.\\]/g, "\\$&")).join(".")] = what);
  if (value === undefined) {
    mark(["undefined"]);
    return null;
  }
  if (value instanceof Date) {
    mark(["Date"]);
    return value.toISOString();
  }
  if (Array.isArray(value)) return value.map((item, index) => write(item, [...path, String(index)], marks));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, write(item, [...path, key], marks)]));
}

function revive(value: unknown, mark: Mark): unknown {
  if (mark[0] === "Date") return new Date(value as string);
  if (mark[0] === "undefined") return undefined;
  throw new Error(`${String(mark[0])} is nothing that our API says`);
}
