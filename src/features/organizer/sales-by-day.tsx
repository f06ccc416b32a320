"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "~/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "~/components/ui/tabs";
import { formatPaise } from "~/domain/money";
import type { SalesDay } from "~/domain/sales-day";
import { shortDay } from "./short-day";

// recharts is heavy: nobody but who looks at sales loads it.
const SalesChart = dynamic(() => import("./sales-chart").then((module) => module.SalesChart), {
  ssr: false,
  loading: () => <Skeleton className="h-64" />,
});

/** Sales over time, as a chart and as the table it is drawn from. */
export function SalesByDay({ days }: { days: readonly SalesDay[] }) {
  const sold = days.filter((day) => day.bookings > 0);
  return (
    <section aria-labelledby="sales-by-day" className="mt-12">
      <h2 id="sales-by-day" className="display text-xl">
        Sales by day
      </h2>
      {sold.length === 0 ? (
        <p className="text-ink-soft mt-2">Nothing was sold in these days.</p>
      ) : (
        <Tabs defaultValue="chart" className="mt-2">
          <p className="text-ink-soft mb-2 text-sm">A day counts all that was sold on it, also what was cancelled later.</p>
          <TabsList aria-label="Sales by day as">
            <TabsTrigger value="chart">Chart</TabsTrigger>
            <TabsTrigger value="table">Table</TabsTrigger>
          </TabsList>
          <TabsContent value="chart">
            <SalesChart days={days} />
          </TabsContent>
          <TabsContent value="table">
            <Table caption="Sales by day">
              <TableHead>
                <TableRow>
                  <TableHeader>Day</TableHeader>
                  <TableHeader numeric>Bookings</TableHeader>
                  <TableHeader numeric>Tickets</TableHeader>
                  <TableHeader numeric>Sales, with GST</TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {sold.toReversed().map((day) => (
                  <TableRow key={day.day}>
                    <TableCell>{shortDay(day.day)}</TableCell>
                    <TableCell numeric>{day.bookings.toLocaleString("en-IN")}</TableCell>
                    <TableCell numeric>{day.tickets.toLocaleString("en-IN")}</TableCell>
                    <TableCell numeric>{formatPaise(day.salesPaise)}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TabsContent>
        </Tabs>
      )}
    </section>
  );
}
