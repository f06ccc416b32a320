import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const FOLDER = "docs/decisions";
const files = readdirSync(FOLDER).filter((name) => /^\d{4}-/.test(name));

it("every decision is in the index, by its number and its title, and says there what replaced it", () => {
  expect(files.length).toBeGreaterThan(30);
  const index = readFileSync(path.join(FOLDER, "README.md"), "utf8");
  for (const file of files) {
    const text = readFileSync(path.join(FOLDER, file), "utf8");
    const [, number, title] = /^# (\d{4}) (.+)$/m.exec(text) ?? [];
    expect(number, file).toBe(file.slice(0, 4));
    const row = index.split("\n").find((line) => line.startsWith(`| [${number}](${file}) | ${title} |`));
    expect(row, file).toBeDefined();
    const replaced = /^\*\*Superseded by (\d{4})\.\*\*$/m.exec(text)?.[1];
    expect(row, file).toMatch(replaced ? `replaced by ${replaced} |` : /\| accepted(; extended by \d{4})? \|$/);
  }
});
