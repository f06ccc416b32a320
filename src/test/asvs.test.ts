import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const rows = readFileSync("docs/security/asvs.md", "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));

it("says of every requirement how it stands, and of what is not whole why", () => {
  expect(rows.length).toBeGreaterThan(100);
  for (const [requirement, verdict, evidence] of rows) {
    expect(["holds", "partial", "n/a"], requirement).toContain(verdict);
    if (verdict === "partial") expect(evidence!.length, requirement).toBeGreaterThan(10);
  }
});

it("names only tests that there are", () => {
  const named = rows.flatMap(([requirement, , , test]) => {
    const [, file, title] = /^`([^`]+)`(?: "(.+)")?$/.exec(test ?? "") ?? [];
    if (test) expect(file, requirement).toBeTruthy();
    return file ? [{ file, title: title ?? "" }] : [];
  });
  expect(named.length).toBeGreaterThan(90);
  const missing = named.filter(({ file, title }) => !existsSync(file) || !readFileSync(file, "utf8").includes(title));
  expect(missing).toEqual([]);
});
