import type { Pool } from "pg";
import type { Said } from "./recording-db";

/** Tables under this size are small: reading one whole is no fault. */
const LARGE_ROWS = 5_000;
/** Reading more than this share by an index, with no condition on it, is reading from end to end as well. */
const MOST_OF_IT = 0.5;

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Index Cond"?: string;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
};

/** Rows of each large table, by name. */
export async function largeTables(pool: Pool): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ name: string; count: number }>(
    `SELECT relname AS name, reltuples::float8 AS count FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1`,
    [LARGE_ROWS],
  );
  return new Map(rows.map(({ name, count }) => [name, count]));
}

/** "Seq Scan of Booking": what of the statements' plans, as they are carried out, reads a large table from end to end. */
export async function endToEndScans(
  pool: Pool,
  said: readonly Said[],
  large: ReadonlyMap<string, number>,
): Promise<string[]> {
  const found = new Set<string>();
  for (const { text, values } of said) {
    if (!/^\s*(SELECT|WITH)/i.test(text)) continue;
    const { rows } = await pool.query<{ "QUERY PLAN": [{ Plan: Node }] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
      values,
    );
    visit(rows[0]!["QUERY PLAN"][0].Plan, (node) => {
      const table = node["Relation Name"] ?? "";
      const count = large.get(table);
      if (count === undefined || !node["Node Type"].includes("Scan")) return;
      // A part of the table, as the index has it, is what was asked for.
      if (node["Index Cond"] || node["Node Type"] === "Bitmap Heap Scan") return;
      if (node["Node Type"] === "Seq Scan" || rowsRead(node) > count * MOST_OF_IT)
        found.add(`${node["Node Type"]} of ${table}`);
    });
  }
  return [...found];
}

function rowsRead(node: Node): number {
  const once =
    (node["Actual Rows"] ?? 0) +
    (node["Rows Removed by Filter"] ?? 0) +
    (node["Rows Removed by Index Recheck"] ?? 0);
  return once * (node["Actual Loops"] ?? 1);
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of node.Plans ?? []) visit(child, see);
}
