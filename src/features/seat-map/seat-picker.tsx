"use client";

import { List, Map as MapIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { Skeleton } from "~/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "~/components/ui/tabs";
import { tabStorage } from "~/lib/tab-storage";
import type { Availability } from "./availability";
import type { SeatIndex } from "./seat-index";
import { BestSeats } from "./best-seats";
import { SeatList } from "./seat-list";
import { SeatNotice } from "./seat-notice";
import type { SeatSelection } from "./use-seat-selection";
import { useWide } from "./use-wide";

/** Height of the order's bar on phones, CSS pixels: it covers the lower edge of the map. */
const BAR = 76;

/** Whoever prefers the list finds it open again. */
const VIEW = "aisle:seat-view";

const SeatMap = dynamic(() => import("./map/view/seat-map").then((module) => module.SeatMap), {
  ssr: false,
  loading: () => <Skeleton className="absolute inset-0 rounded-none!" />,
});

/** The map, and the list a tab away: two views of one selection. */
export function SeatPicker({
  index,
  availability,
  selection,
  soldOut,
}: {
  soldOut: boolean;
  index: SeatIndex;
  availability: Availability;
  selection: SeatSelection;
}) {
  const { chosen, held, lost, freed, notice, toggle } = selection;
  const mine = useMemo(() => [...new Set([...held, ...chosen])], [held, chosen]);
  const wide = useWide();
  // Drawn in browsers only, once the seats are there: nothing on the server to differ from.
  const [view, setView] = useState(() => (tabStorage.read(VIEW) === "list" ? "list" : "map"));
  const show = (next: string) => {
    setView(next);
    tabStorage.write(VIEW, next);
  };
  return (
    <Tabs value={view} onValueChange={show} className="flex min-h-0 flex-1 flex-col">
      <TabsList aria-label="Ways to choose" className="shrink-0 px-4 sm:px-6 lg:px-8">
        <TabsTrigger value="map">
          <MapIcon aria-hidden className="size-4" /> Map
        </TabsTrigger>
        <TabsTrigger value="list">
          <List aria-hidden className="size-4" /> List
        </TabsTrigger>
      </TabsList>
      <div className="relative">
        <div className="absolute right-4 bottom-1 sm:right-6 lg:right-8">
          <BestSeats
            index={index}
            availability={availability}
            mine={mine}
            most={soldOut ? 0 : selection.room}
            busy={selection.isHolding}
            onHold={(seatIds) => void selection.holdSeats(seatIds)}
          />
        </div>
      </div>
      <TabsContent value="map" className="relative min-h-104 flex-1 pt-0!" tabIndex={-1}>
        <SeatMap
          layout={index.layout}
          packed={availability.bytes}
          mine={mine}
          freed={freed}
          lost={lost}
          onToggle={toggle}
          insets={!wide && mine.length > 0 ? { bottom: BAR } : undefined}
        />
        <div className="pointer-events-none absolute inset-x-3 top-14 flex justify-center">
          <SeatNotice notice={notice} className="pointer-events-auto" />
        </div>
      </TabsContent>
      <TabsContent
        value="list"
        className="min-h-0 flex-1 px-4 pb-32 sm:px-6 lg:overflow-y-auto lg:px-8 lg:pb-12"
      >
        <SeatList index={index} availability={availability} selection={selection} />
      </TabsContent>
    </Tabs>
  );
}
