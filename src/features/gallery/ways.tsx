import { Breadcrumbs } from "~/components/ui/breadcrumbs";
import { Badge } from "~/components/ui/badge";
import { Pagination } from "~/components/ui/pagination";
import { Stepper } from "~/components/ui/stepper";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "~/components/ui/tabs";
import { BeyondEnd } from "~/components/beyond-end";
import { EventCard, EventCardSkeleton, type EventCardEvent } from "~/components/event-card";
import { Columns, Showcase } from "./showcase";

const hrefFor = (page: number) => `#page-${page}`;

/** Where one is, where one may go, and lists. `event` lends the cards its poster. */
export function Ways({ event }: { event: EventCardEvent | undefined }) {
  return (
    <>
      <Showcase name="Breadcrumbs">
        <Breadcrumbs items={[{ label: "Events", href: "/events" }, { label: "Chennai", href: "/events?city=Chennai" }, { label: "Veena by Lamplight" }]} />
      </Showcase>
      <Showcase name="Stepper">
        <Stepper current={0} />
        <Stepper current={1} />
        <Stepper current={3} />
      </Showcase>
      <Showcase name="Tabs">
        <Tabs defaultValue="map">
          <TabsList aria-label="Ways to choose">
            <TabsTrigger value="map">Map</TabsTrigger>
            <TabsTrigger value="list">List</TabsTrigger>
            <TabsTrigger value="none" disabled>
              Not now
            </TabsTrigger>
          </TabsList>
          <TabsContent value="map">The map.</TabsContent>
          <TabsContent value="list">The list.</TabsContent>
          <TabsContent value="none">Nothing.</TabsContent>
        </Tabs>
      </Showcase>
      <Showcase name="Pagination">
        <Pagination page={1} pageCount={3} hrefFor={hrefFor} label="Pages, the first" />
        <Pagination page={6} pageCount={12} hrefFor={hrefFor} label="Pages, in the middle" />
        <BeyondEnd page={9_999} pageCount={3} hrefFor={hrefFor} />
      </Showcase>
      <Showcase name="Table">
        <Table caption="Bookings" stack>
          <TableHead>
            <TableRow>
              <TableHeader>Booking</TableHeader>
              <TableHeader>State</TableHeader>
              <TableHeader numeric>Paid</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            <TableRow>
              <TableCell>Asha Rao</TableCell>
              <TableCell label="State">
                <Badge tone="success">Confirmed</Badge>
              </TableCell>
              <TableCell label="Paid" numeric>
                ₹1,180
              </TableCell>
            </TableRow>
            <TableRow>
              <TableCell>Vikram Shah</TableCell>
              <TableCell label="State">
                <Badge>Cancelled</Badge>
              </TableCell>
              <TableCell label="Paid" numeric>
                ₹0
              </TableCell>
            </TableRow>
          </TableBody>
        </Table>
      </Showcase>
      {event && (
        <Showcase name="EventCard">
          <Columns>
            <EventCard event={{ ...event, saleState: "ON_SALE", availability: "FEW" }} />
            <EventCard event={{ ...event, saleState: "NOT_YET" }} />
            <EventCard event={{ ...event, saleState: "ON_SALE", availability: "NONE" }} />
            <EventCard event={{ ...event, saleState: "CANCELLED" }} />
            <EventCardSkeleton />
          </Columns>
        </Showcase>
      )}
    </>
  );
}
