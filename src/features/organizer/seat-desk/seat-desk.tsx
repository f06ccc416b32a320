"use client";

import { Lasso, List, Map as MapIcon } from "lucide-react";
import { useMemo, useState, type ComponentType } from "react";
import { Button } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { ErrorState } from "~/components/ui/error-state";
import { Skeleton } from "~/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "~/components/ui/tabs";
import type { SeatLayout } from "~/domain/seating/seat-layout";
import { unpackSeat } from "~/domain/seating/seat-packing";
import type { SeatStatus } from "~/domain/seating/seat-state";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { BlockList } from "./block-list";
import { CategoryList } from "./category-list";
import { ChooseMany } from "./choose-many";
import { DeskActions } from "./desk-actions";
import { deskSeats, reasonCodes, toggled } from "./desk-seats";

/** The event's plan as a picture, for choosing seats. */
export type DeskMap = ComponentType<{
  layout: SeatLayout;
  /** Availability, two bits a seat (domain/seating/seat-packing). */
  bytes: Uint8Array;
  /** What blocked seats are kept for, a code a seat. */
  reasons: Uint8Array;
  chosen: readonly string[];
  onToggle: (seatId: string) => void;
  /** Gets what a line was drawn round; left out while the map is moved. */
  onLasso?: (seatIds: string[]) => void;
}>;

/** What seats cost, and which are kept from sale: chosen on the map, or in the list beside it. */
export function SeatDesk({ eventId, map: Map }: { eventId: string; map: DeskMap }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [lasso, setLasso] = useState(false);
  const layout = api.event.seatLayout.useQuery({ eventId }, { structuralSharing: false });
  const availability = api.event.seatAvailability.useQuery({ eventId }, { staleTime: 0, refetchInterval: 15_000 });
  const prices = api.pricing.list.useQuery({ eventId });
  const packed = availability.data?.packed;
  const bytes = useMemo(() => Uint8Array.from(atob(packed ?? ""), (char) => char.charCodeAt(0)), [packed]);
  const seats = useMemo(() => deskSeats(layout.data), [layout.data]);
  const reasons = useMemo(() => reasonCodes(seats.byOrdinal.length, prices.data?.blocked ?? []), [seats, prices.data]);

  if (layout.isError || availability.isError || prices.isError) return <ErrorState onRetry={() => void Promise.all([layout.refetch(), availability.refetch(), prices.refetch()])} />;
  if (!layout.data || !availability.data || !prices.data) return <Skeleton className="h-64" />;
  const stateOf = (seat: { ordinal: number }): SeatStatus => unpackSeat(bytes, seat.ordinal);
  const isOurs = (id: string) => {
    const seat = seats.byId.get(id);
    return seat !== undefined && ["AVAILABLE", "BLOCKED"].includes(stateOf(seat));
  };
  const toggle = (ids: readonly string[]) => setChosen((before) => toggled(before, ids.filter(isOurs)));
  const picked = [...chosen].flatMap((id) => seats.byId.get(id) ?? []);
  const { sections } = layout.data;
  const taxBps = sections[0]?.taxBps;
  return (
    <section id="seats" aria-labelledby="seats-title" className="border-line scroll-mt-24 border-t py-8">
      <h2 id="seats-title" className="display text-xl">
        Seats: prices, and what is not for sale
      </h2>
      <p className="text-ink-soft mt-1 max-w-prose text-sm">
        A seat costs what its section does, unless you put it into a price category. Block seats for cameras, the press, guests.
        What somebody holds or has bought stays theirs, at the price they saw.
      </p>
      <CategoryList eventId={eventId} categories={prices.data.categories} taxBps={taxBps} />
      <div className="bg-paper/95 z-20 grid gap-3 py-3 sm:sticky sm:top-16">
        <DeskActions eventId={eventId} categories={prices.data.categories} picked={picked} stateOf={stateOf} onDone={() => setChosen(new Set())} />
        <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
          <p className="text-ink-soft text-sm" role="status">
            {picked.length === 0 ? "No seat chosen." : `${countOf(picked.length, "seat")} chosen.`}
          </p>
          {picked.length > 0 && (
            <Button variant="ghost" size="sm" onClick={() => setChosen(new Set())}>
              Choose none
            </Button>
          )}
        </div>
      </div>
      <ChooseMany sections={sections} prices={prices.data} seats={seats} onToggle={toggle} />
      <Tabs defaultValue="map" className="mt-4">
        <TabsList aria-label="Ways to choose">
          <TabsTrigger value="map">
            <MapIcon aria-hidden className="size-4" /> Map
          </TabsTrigger>
          <TabsTrigger value="list">
            <List aria-hidden className="size-4" /> List
          </TabsTrigger>
        </TabsList>
        <TabsContent value="map">
          <Chip pressed={lasso} onClick={() => setLasso(!lasso)} className="mb-3">
            <Lasso aria-hidden /> Draw round seats
          </Chip>
          <div className="border-line rounded-card relative h-[34rem] overflow-hidden border">
            <Map
              layout={layout.data}
              bytes={bytes}
              reasons={reasons}
              chosen={[...chosen]}
              onToggle={(seatId) => toggle([seatId])}
              onLasso={lasso ? toggle : undefined}
            />
          </div>
        </TabsContent>
        <TabsContent value="list">
          <BlockList sections={sections} stateOf={stateOf} chosen={chosen} onToggle={toggle} />
        </TabsContent>
      </Tabs>
    </section>
  );
}
