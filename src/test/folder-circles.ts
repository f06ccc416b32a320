import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Imports between folders: from each to those that its files import from, below `root`; tests left out. */
export function folderImports(root: string): Map<string, Set<string>> {
  const imports = new Map<string, Set<string>>();
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  for (const file of files.map((name) => path.join(root, name))) {
    const from = path.dirname(file);
    for (const [, spec] of readFileSync(file, "utf8").matchAll(/from "((?:~|\.)[^"]+)"/g)) {
      const target = spec!.startsWith("~") ? spec!.replace("~", "src") : path.join(from, spec!);
      const to = path.dirname(target);
      if (to === from || !to.startsWith(root)) continue;
      imports.set(from, (imports.get(from) ?? new Set()).add(to));
    }
  }
  return imports;
}

/** Folders that import each other, directly or by way of others: each circle once (Tarjan's components). */
export function circles(imports: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (folder: string) => {
    order.set(folder, order.size);
    lowest.set(folder, order.get(folder)!);
    open.push(folder);
    for (const next of imports.get(folder) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(folder, Math.min(lowest.get(folder)!, lowest.get(next)!));
    }
    if (lowest.get(folder) !== order.get(folder)) return;
    const circle = open.splice(open.indexOf(folder));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const folder of imports.keys()) if (!order.has(folder)) visit(folder);
  return found;
}
