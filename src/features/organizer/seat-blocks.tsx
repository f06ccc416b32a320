"use client";

import { List, Map as MapIcon } from "lucide-react";
import { useMemo, useState, type ComponentType } from "react";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Skeleton } from "~/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "~/components/ui/tabs";
import type { LayoutSeat, SeatLayout } from "~/domain/seating/seat-layout";
import { unpackSeat } from "~/domain/seating/seat-packing";
import type { SeatStatus } from "~/domain/seating/seat-state";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { BlockList } from "./block-list";

/** The event's plan as a picture, for choosing seats. */
export type BlockMap = ComponentType<{
  layout: SeatLayout;
  /** Availability, two bits a seat (domain/seating/seat-packing). */
  bytes: Uint8Array;
  chosen: readonly string[];
  onToggle: (seatId: string) => void;
}>;

/** Keeps seats from sale and gives them back: chosen on the map, or in the list beside it. */
export function SeatBlocks({ eventId, map: Map }: { eventId: string; map: BlockMap }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const layout = api.event.seatLayout.useQuery({ eventId }, { structuralSharing: false });
  const availability = api.event.seatAvailability.useQuery(
    { eventId },
    { staleTime: 0, refetchInterval: 15_000 },
  );
  const packed = availability.data?.packed;
  const bytes = useMemo(() => Uint8Array.from(atob(packed ?? ""), (char) => char.charCodeAt(0)), [packed]);
  const byId = useMemo(() => seatsById(layout.data), [layout.data]);
  const picked = [...chosen].flatMap((id) => byId.get(id) ?? []);
  const settled = {
    onSuccess: () => {
      setChosen(new Set());
      void availability.refetch();
    },
    onError: (error: unknown) => void toast.error(refusalOf(error).message),
  };
  const block = api.event.blockSeats.useMutation(settled);
  const unblock = api.event.unblockSeats.useMutation(settled);

  if (layout.isError || availability.isError) return <ErrorState onRetry={() => void layout.refetch()} />;
  if (!layout.data || !availability.data) return <Skeleton className="h-64" />;
  const stateOf = (seat: { ordinal: number }): SeatStatus => unpackSeat(bytes, seat.ordinal);
  const idsIn = (state: SeatStatus) =>
    picked.filter((seat) => stateOf(seat) === state).map((seat) => seat.id);
  const [free, blocked] = [idsIn("AVAILABLE"), idsIn("BLOCKED")];
  const toggle = (ids: readonly string[]) => setChosen((before) => toggled(before, ids));

  return (
    <section id="seats" aria-labelledby="seats-title" className="border-line scroll-mt-24 border-t py-8">
      <h2 id="seats-title" className="display text-xl">
        Seats not for sale
      </h2>
      <p className="text-ink-soft mt-1 max-w-prose text-sm">
        For cameras, the press, guests. Choose seats, then block them or give them back; what somebody holds
        or has bought stays theirs.
      </p>
      <div className="bg-paper/95 sticky top-16 z-20 flex flex-wrap items-center gap-3 py-3">
        <Button
          variant="secondary"
          disabled={free.length === 0}
          loading={block.isPending}
          onClick={() => block.mutate({ eventId, seatIds: free })}
        >
          Block {free.length > 0 ? countOf(free.length, "seat") : "seats"}
        </Button>
        <Button
          variant="secondary"
          disabled={blocked.length === 0}
          loading={unblock.isPending}
          onClick={() => unblock.mutate({ eventId, seatIds: blocked })}
        >
          Give back {blocked.length > 0 ? countOf(blocked.length, "seat") : "seats"}
        </Button>
        {chosen.size > 0 && (
          <Button variant="ghost" onClick={() => setChosen(new Set())}>
            Choose none
          </Button>
        )}
        <p className="text-ink-soft text-sm" role="status">
          {chosen.size === 0 ? "No seat chosen." : `${countOf(chosen.size, "seat")} chosen.`}
        </p>
      </div>
      <Tabs defaultValue="map">
        <TabsList aria-label="Ways to choose">
          <TabsTrigger value="map">
            <MapIcon aria-hidden className="size-4" /> Map
          </TabsTrigger>
          <TabsTrigger value="list">
            <List aria-hidden className="size-4" /> List
          </TabsTrigger>
        </TabsList>
        <TabsContent value="map">
          <div className="border-line rounded-card relative h-[34rem] overflow-hidden border">
            <Map
              layout={layout.data}
              bytes={bytes}
              chosen={[...chosen]}
              onToggle={(seatId) => {
                const seat = byId.get(seatId);
                if (seat && ["AVAILABLE", "BLOCKED"].includes(stateOf(seat))) toggle([seatId]);
              }}
            />
          </div>
        </TabsContent>
        <TabsContent value="list">
          <BlockList sections={layout.data.sections} stateOf={stateOf} chosen={chosen} onToggle={toggle} />
        </TabsContent>
      </Tabs>
    </section>
  );
}

function seatsById(layout: SeatLayout | undefined): ReadonlyMap<string, LayoutSeat> {
  const seats = layout?.sections.flatMap((section) => section.rows.flatMap((row) => row.seats)) ?? [];
  return new Map(seats.map((seat) => [seat.id, seat]));
}

/** All of them chosen, or, where they are already, none. */
function toggled(before: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const next = new Set(before);
  const all = ids.every((id) => next.has(id));
  for (const id of ids)
    if (all) next.delete(id);
    else next.add(id);
  return next;
}
