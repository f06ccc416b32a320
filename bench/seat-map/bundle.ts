import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "vite";

const root = path.resolve(import.meta.dirname, "../..");

/** A page with the product's seat map and colours in it and nothing else, as HTML. */
export async function benchPage(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: "silent",
    resolve: { alias: { "~": path.join(root, "src") } },
    build: {
      write: false,
      minify: true,
      lib: { entry: path.join(import.meta.dirname, "page.ts"), formats: ["iife"], name: "bench" },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk =
    bundle && "output" in bundle ? bundle.output.find((part) => part.type === "chunk") : undefined;
  if (!chunk || chunk.type !== "chunk") throw new Error("The bench page could not be bundled.");
  const styles = await readFile(path.join(root, "src/app/globals.css"), "utf8");
  const tokens = [...styles.matchAll(/^(:root|\.dark) \{[^}]*\}/gm)].map((match) => match[0]).join("\n");
  const body = "body{margin:0;background:var(--paper);font-family:Inter,system-ui,sans-serif}";
  return `<!doctype html><html><style>${tokens}${body}</style><body><h1 style="position:absolute;font-weight:600;font-size:11px">Every page has words: its type is there before the map</h1><script>${chunk.code}</script></body></html>`;
}
