/**
 * A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it (OWASP, CSV
 * injection); all cells are quoted, so that a comma or a line break cannot begin another cell.
 */
export function csvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe =
    typeof value === "string" && /^[\s\u0000]*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** One line with its end (RFC 4180). */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** What tells spreadsheets that the file is UTF-8; goes before the first line. */
export const CSV_BOM = "\uFEFF";
