import { Progress } from "~/components/ui/progress";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { formatPaise } from "~/domain/money";
import { formatBps } from "~/lib/percent";
import { cn } from "~/lib/utils";
import type { RouterOutputs } from "~/trpc/react";

type Section = RouterOutputs["organizer"]["eventReport"]["sections"][number];

/** More of them scroll by themselves: the page goes on below. */
const MANY = 12;

/** How full each section is, and what it brought. */
export function SectionReport({ sections }: { sections: readonly Section[] }) {
  return (
    <section aria-labelledby="sections-title" className="mt-12">
      <h2 id="sections-title" className="display mb-2 text-xl">
        Sections
      </h2>
      <div className={cn(sections.length > MANY && "max-h-[36rem] overflow-y-auto")}>
        <Table stack caption="Occupancy by section">
          <TableHead>
            <TableRow>
              <TableHeader>Section</TableHeader>
              <TableHeader className="w-48">Occupancy</TableHeader>
              <TableHeader numeric>Sold</TableHeader>
              <TableHeader numeric>Held</TableHeader>
              <TableHeader numeric>Blocked</TableHeader>
              <TableHeader numeric>Free</TableHeader>
              <TableHeader numeric>Price before GST</TableHeader>
              <TableHeader numeric>Sold for, before GST</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {sections.map((section) => (
              <TableRow key={section.id}>
                <TableCell className="font-medium whitespace-nowrap">{section.name}</TableCell>
                <TableCell label="Occupancy" className="min-w-32">
                  <span className="figures mb-1 block">{formatBps(section.occupancyBps)}</span>
                  <Progress value={section.occupancyBps / 10_000} label={`Occupancy of ${section.name}`} />
                </TableCell>
                <TableCell label="Sold" numeric className="whitespace-nowrap">
                  {section.soldCount.toLocaleString("en-IN")} of {section.seatCount.toLocaleString("en-IN")}
                </TableCell>
                <TableCell label="Held" numeric>
                  {section.heldCount.toLocaleString("en-IN")}
                </TableCell>
                <TableCell label="Blocked" numeric>
                  {section.blockedCount.toLocaleString("en-IN")}
                </TableCell>
                <TableCell label="Free" numeric>
                  {section.availableCount.toLocaleString("en-IN")}
                </TableCell>
                <TableCell label="Price" numeric>
                  {formatPaise(section.pricePaise)}
                </TableCell>
                <TableCell label="Sold for" numeric>
                  {formatPaise(section.seatSalesPaise)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}
