"use client";

import { Skeleton } from "~/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { formatPaise } from "~/domain/money";
import { sectionPrice } from "~/domain/pricing";
import { allIn, GST_BPS, NO_TAX_BPS } from "~/domain/tax";
import { api } from "~/trpc/react";

/** What buyers would pay in each section at this base price (paise), any tax included. */
export function SectionPrices({
  venueId,
  basePricePaise,
}: {
  venueId: string;
  basePricePaise: number | null;
}) {
  const { data: seller } = api.invoice.seller.useQuery();
  const taxBps = seller && !seller.gstin ? NO_TAX_BPS : GST_BPS;
  const venue = api.venue.byId.useQuery({ id: venueId }, { enabled: venueId !== "" });
  if (venueId === "")
    return <p className="text-ink-soft text-sm">Choose a venue to see each section&apos;s price.</p>;
  if (venue.isError) return <p className="text-danger text-sm">The venue&apos;s sections did not load.</p>;
  if (!venue.data) return <Skeleton className="h-32" />;
  if (venue.data.sections.length === 0)
    return (
      <p className="text-ink-soft text-sm">This venue has no sections yet: add them before you publish.</p>
    );
  const before = (bps: number) => (basePricePaise === null ? null : sectionPrice(basePricePaise, bps));
  return (
    <div className="max-h-[30rem] overflow-y-auto">
      <Table caption="Prices by section" className="[&_.wide-only]:max-sm:hidden">
        <TableHead>
          <TableRow>
            <TableHeader>Section</TableHeader>
            <TableHeader numeric>Seats</TableHeader>
            <TableHeader numeric className="wide-only">
              Times base
            </TableHeader>
            <TableHeader numeric className="wide-only">
              Before GST
            </TableHeader>
            <TableHeader numeric>Buyers pay</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {venue.data.sections.map((section) => {
            const price = before(section.priceMultiplierBps);
            return (
              <TableRow key={section.id}>
                <TableCell className="font-medium">{section.name}</TableCell>
                <TableCell numeric>{section.seatCount.toLocaleString("en-IN")}</TableCell>
                <TableCell className="wide-only" numeric>
                  {section.priceMultiplierBps / 10_000}
                </TableCell>
                <TableCell className="wide-only" numeric>
                  {price === null ? "–" : formatPaise(price)}
                </TableCell>
                <TableCell numeric className="font-semibold">
                  {price === null ? "–" : formatPaise(allIn(price, taxBps))}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}
