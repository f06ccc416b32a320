import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { appRouter } from "~/server/api/root";
import { table } from "~/server/rest/table";
import { schedule } from "~/server/jobs/schedule";
import { rules } from "~/server/services/integrity/audit-books";
import { metrics, outcomes } from "./metrics";
import { shop } from "./shop";

const read = (file: string) => readFileSync(`docs/operations/${file}`, "utf8");
/** Every name that Prometheus gets, with the three that a histogram has. */
const known = new Set(
  [...metrics().registry.getMetricsAsArray(), ...shop().registry.getMetricsAsArray()].flatMap(({ name, type }) =>
    `${type}` === "histogram" ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  ),
);
const named = (text: string) => [...new Set(text.match(/\baisle_[a-z_]+/g))];

describe("what operators are given", () => {
  it.each(["alerts.yml", "alerts.test.yml", "dashboard.json", "README.md"])("names in %s only what is measured", (file) => {
    const names = named(read(file));
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it("has an alert or a panel for everything that is measured", () => {
    const shown = named(read("alerts.yml") + read("dashboard.json"));
    const unseen = [...known].filter((name) => !shown.includes(name) && !/_(sum|count)$/.test(name));
    // Memory is a machine's affair: its own exporter has it.
    expect(unseen).toEqual(["aisle_process_resident_bytes"]);
  });

  it("asks of labels only what they can be", () => {
    const asked = [...read("alerts.yml").matchAll(/\b(job|outcome|direction|state)(?:!~|=~|=)"([^"]+)"/g)];
    const values: Record<string, string[]> = {
      job: [...Object.keys(schedule), "aisle"],
      outcome: [...outcomes],
      direction: ["in", "out"],
      state: ["FAILED"],
    };
    expect(asked.length).toBeGreaterThan(5);
    const wrong = asked.flatMap(([, label, value]) => value!.split("|").filter((one) => !values[label!]!.includes(one)));
    expect(wrong).toEqual([]);
  });

  // Everywhere else the tests above hold the names; promtool holds the language, and that the alerts go off.
  it.skipIf(spawnSync("promtool", ["--version"]).error)("is what promtool takes", () => {
    for (const words of [["check", "rules", "docs/operations/alerts.yml"], ["test", "rules", "docs/operations/alerts.test.yml"]]) {
      expect(execFileSync("promtool", words, { encoding: "utf8" })).toContain("SUCCESS");
    }
  });
});

it("has 2,000 series at most, however many events there are and however every call ends", () => {
  const procedures = Object.keys(appRouter._def.procedures).length + table.length;
  const perProcedure = 2 + outcomes.length;
  const buckets = 2 * (11 + 3);
  const processes = 4 + 4 + 2 + 1 + 1 + 1 + 1;
  const states = 5 + 6 + 4 + 3;
  const ofShop = 1 + states + 1 + 2 + 1 + Object.keys(schedule).length + rules.length + 1;
  expect(procedures).toBeGreaterThan(100);
  expect(procedures * perProcedure + buckets + processes + ofShop).toBeLessThanOrEqual(2_000);
});
