import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nameInSection, seatName } from "./seat-name";

describe("a seat's name", () => {
  it("keeps what everyone says of a lettered row, and tells a numbered row from its seat", () => {
    expect(seatName("C", "12")).toBe("C12");
    expect(seatName("AA", "1")).toBe("AA1");
    expect(seatName("GA", "300")).toBe("GA300");
    expect(seatName("1", "12")).toBe("1-12");
    expect(seatName("11", "2")).toBe("11-2");
    expect(nameInSection({ sectionName: "Stalls", rowLabel: "11", seatLabel: "2" })).toBe("Stalls 11-2");
  });

  it("is never the name of another place of the section", () => {
    const labels = ["", "1", "11", "2", "12", "112", "A", "AA", "B", "AB", "A1", "1A", "B1", "1-1", "-1", "1-", "A-1", "-"];
    const places = labels.flatMap((row) => labels.map((seat) => [row, seat] as const));
    expect(new Set(places.map(([row, seat]) => seatName(row, seat))).size).toBe(places.length);
  });
});

/** Joins of a row's label and a seat's with nothing between, in templates, JSX and SQL. */
const joins = [
  /\{[^{}]*row[^{}]*\}\s*\$?\{[^{}]*(seat|label)[^{}]*\}/i,
  /row(Label|\.label)?"?\s*(\|\||\+)\s*[\w.]*"?seat(Label|\.label)?\b/i,
];

describe("the sources", () => {
  it.each([
    "${item.rowLabel}${item.seatLabel}",
    "${row.label}${seat.label}",
    "${line.row}${line.seat}",
    "{ticket.rowLabel}\n   {ticket.seatLabel}",
    "{rows[rowOf[seat]!]!.label}\n   {labels[seat]} just went",
    `i."rowLabel" || i."seatLabel"`,
    "seat.rowLabel + seat.seatLabel",
  ])("would be caught joining %s", (source) => {
    expect(joins.some((join) => join.test(source))).toBe(true);
  });

  it("join a row and a seat nowhere but here", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^generated|seating\/seat-name\.ts$/.test(file));
    expect(files.length).toBeGreaterThan(300);
    const found = files.filter((file) => joins.some((join) => join.test(readFileSync(`src/${file}`, "utf8"))));
    expect(found).toEqual([]);
  });
});
