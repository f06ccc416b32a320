import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, csvLine } from "./csv";

describe("csvCell", () => {
  it.each(['=HYPERLINK("http://x")', "+91 98200 00000", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])(
    "disarms %j",
    (text) => {
      expect(csvCell(text).startsWith(`"'`)).toBe(true);
    },
  );

  it("leaves names and numbers alone", () => {
    expect(csvLine(["Asha Rao", 1_500, -5, null])).toBe('"Asha Rao","1500","-5",""\r\n');
  });

  it("keeps every text in its own cell", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inside = csvCell(text).slice(1, -1);
        expect(inside.replaceAll('""', "")).not.toContain('"');
        expect(inside.replaceAll('""', '"').replace(/^'/, "")).toBe(text.replace(/^'/, ""));
        expect(inside).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
