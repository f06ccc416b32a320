import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openApi } from "./openapi";

const folder = mkdtempSync(path.join(tmpdir(), "openapi-"));
const file = path.join(folder, "openapi.json");
const bin = (name: string) => path.resolve("node_modules/.bin", name);

beforeAll(() => {
  writeFileSync(file, JSON.stringify(openApi()));
  writeFileSync(path.join(folder, "redocly.yaml"), "extends: [recommended]\n");
  writeFileSync(path.join(folder, "spectral.yaml"), 'extends: ["spectral:oas"]\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(name: string, words: string[]): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  return new Promise((resolve) => {
    const child = spawn(bin(name), words, { cwd: folder, env });
    let output = "";
    child.stdout.on("data", (text) => (output += String(text)));
    child.stderr.on("data", (text) => (output += String(text)));
    child.on("close", (code) => resolve({ code, output }));
  });
}

it("is a document without an error or a warning, as redocly's recommended rules read it", { timeout: 120_000 }, async () => {
  const { code, output } = await run("redocly", ["lint", file, "--config", path.join(folder, "redocly.yaml"), "--format", "json", "--max-problems", "1000"]);
  const found = JSON.parse(output.slice(output.indexOf('{\n  "totals"'), output.lastIndexOf("}") + 1)) as { totals: object };
  expect(found.totals).toMatchObject({ errors: 0, warnings: 0 });
  expect(code).toBe(0);
});

it("is one as spectral's recommended rules read it", { timeout: 120_000 }, async () => {
  const { output } = await run("spectral", ["lint", file, "--ruleset", path.join(folder, "spectral.yaml"), "--format", "json", "--quiet"]);
  expect(JSON.parse(output.slice(output.indexOf("["), output.lastIndexOf("]") + 1))).toEqual([]);
});

it("is what the typed client was made from (npm run openapi:client)", { timeout: 120_000 }, async () => {
  const made = path.join(folder, "schema.d.ts");
  await run("openapi-typescript", [file, "-o", made]);
  expect(readFileSync(made, "utf8")).toBe(readFileSync("src/test/api-client/schema.d.ts", "utf8"));
});
