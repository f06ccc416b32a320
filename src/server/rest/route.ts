import type { Endpoint } from "./endpoint";

type Pattern = { names: string[]; regex: RegExp; rows: Map<string, Endpoint> };

export type Match = { rows: ReadonlyMap<string, Endpoint>; params: Record<string, string> };

/** Finds the rows of a path: what is written out wins over what stands in braces, whatever the order of the table. */
export class Router {
  private readonly literal = new Map<string, Map<string, Endpoint>>();
  private readonly patterns: Pattern[] = [];

  constructor(table: readonly Endpoint[]) {
    const known = new Map<string, Map<string, Endpoint>>();
    for (const row of table) {
      const rows = known.get(row.path) ?? new Map<string, Endpoint>();
      if (rows.has(row.method)) throw new Error(`${row.method} ${row.path} stands in the table twice`);
      rows.set(row.method, row);
      if (!known.has(row.path)) this.add(row.path, rows);
      known.set(row.path, rows);
    }
  }

  /** Null where the table has no such path, and where its escapes cannot be read. */
  find(path: string): Match | null {
    const rows = this.literal.get(path);
    if (rows) return { rows, params: {} };
    for (const pattern of this.patterns) {
      const found = pattern.regex.exec(path);
      if (!found) continue;
      try {
        const values = found.slice(1).map(decodeURIComponent);
        return { rows: pattern.rows, params: Object.fromEntries(pattern.names.map((name, i) => [name, values[i]!])) };
      } catch {
        return null;
      }
    }
    return null;
  }

  private add(path: string, rows: Map<string, Endpoint>): void {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
    if (names.length === 0) return void this.literal.set(path, rows);
    const regex = new RegExp(`^${path.replace(/\{\w+\}/g, "([^/]+)")}$`);
    this.patterns.push({ names, regex, rows });
  }
}
