import { CSV_BOM, csvLine } from "~/domain/csv";
import type { Actor } from "~/domain/permissions";
import { dayKey } from "~/lib/calendar";
import type { Db } from "~/server/db/db";
import { lanes } from "~/server/lane";
import { monthStatement, type StatementLine } from "./month-statement";
import { drawStatement } from "./statement-pdf";

type Request = { db: Db; actor: Actor; month: string };

const heading = [
  "Event", "Organizer", "Day", "Status", "Tickets", "Sales", "GST in sales", "Given back", "GST in what was given back", "Left",
  "Aisle's fee", "GST that Aisle pays", "GST that the organizer pays", "Owed to the organizer", "Late or double money still to go back",
];

/** A month's statement as CSV, amounts in rupees, the sums last. */
export async function statementCsv(request: Request): Promise<{ fileName: string; csv: string; nextCursor: null }> {
  const { lines, totals } = await monthStatement(request);
  const amounts = (sums: Omit<StatementLine, "id" | "title" | "startsAt" | "status" | "organizer" | "timeZone">) =>
    [sums.soldPaise, sums.soldTaxPaise, sums.backPaise, sums.backTaxPaise, sums.leftPaise, sums.feePaise, sums.aislesTaxPaise, sums.organizersTaxPaise, sums.toOrganizerPaise, sums.strayPaise].map((paise) => (paise / 100).toFixed(2));
  const rows = lines.map((line) => csvLine([line.title, line.organizer, dayKey(line.startsAt, line.timeZone), line.status, line.tickets, ...amounts(line)]));
  const last = csvLine(["All", "", "", "", totals.tickets, ...amounts(totals)]);
  return { fileName: `statement-${request.month}.csv`, csv: CSV_BOM + csvLine(heading) + rows.join("") + last, nextCursor: null };
}

/** A month's statement on paper, A4. @throws AppError BUSY */
export async function statementPdf(request: Request): Promise<{ fileName: string; bytes: Uint8Array }> {
  const statement = await monthStatement(request);
  const bytes = await lanes.drawing.run(() => drawStatement(statement));
  return { fileName: `statement-${request.month}.pdf`, bytes };
}
