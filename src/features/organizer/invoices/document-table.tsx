import Link from "next/link";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { formatPaise } from "~/domain/money";
import { homeZone } from "~/lib/calendar";
import { formatWhen } from "~/lib/dates";
import type { RouterOutputs } from "~/trpc/react";

type Document = RouterOutputs["invoice"]["documents"]["items"][number];

/** Documents as issued, each a link to its page. */
export function DocumentTable({ documents }: { documents: readonly Document[] }) {
  return (
    <Table stack caption="Invoices and credit notes">
      <TableHead>
        <TableRow>
          <TableHeader>Number</TableHeader>
          <TableHeader>Issued</TableHeader>
          <TableHeader>Buyer</TableHeader>
          <TableHeader>Event</TableHeader>
          <TableHeader numeric>GST</TableHeader>
          <TableHeader numeric>Total</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {documents.map((document) => {
          const sign = document.kind === "CREDIT_NOTE" ? "−" : "";
          return (
            <TableRow key={document.id}>
              <TableCell className="whitespace-nowrap">
                <a href={document.href} className="touch-target figures font-medium underline-offset-4 hover:underline">
                  {document.number}
                </a>
                <span className="text-ink-soft block text-sm font-normal">
                  {document.kind === "CREDIT_NOTE" ? "Credit note" : document.taxPaise === 0 ? "Bill of supply" : "Invoice"}
                </span>
              </TableCell>
              <TableCell label="Issued" className="whitespace-nowrap">
                {formatWhen(document.issuedAt, { timeZone: homeZone })}
              </TableCell>
              <TableCell label="Buyer" className="min-w-36">
                {document.buyer.name}
                {document.buyer.gstin && <span className="text-ink-soft figures block">{document.buyer.gstin}</span>}
              </TableCell>
              <TableCell label="Event" className="min-w-40">
                <Link href={`/organizer/events/${document.eventId}/orders?order=${document.bookingNumber}`} className="underline-offset-4 hover:underline">
                  {document.eventTitle}
                </Link>
                <span className="text-ink-soft figures block">{document.bookingNumber}</span>
              </TableCell>
              <TableCell label="GST" numeric className="whitespace-nowrap">
                {document.taxPaise === 0 ? "None" : `${sign}${formatPaise(document.taxPaise)}`}
              </TableCell>
              <TableCell label="Total" numeric className="whitespace-nowrap">
                {sign}
                {formatPaise(document.totalPaise)}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
