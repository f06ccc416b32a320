"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "~/components/ui/skeleton";
import { asOrganizerSees } from "~/domain/seating/seat-blocking";
import { EditEvent } from "~/features/organizer/edit-event";
import type { DeskMap } from "~/features/organizer/seat-desk/seat-desk";
import type { MapWords } from "~/features/seat-map/map/view/map-words";

const loading = () => <Skeleton className="absolute inset-0 rounded-none!" />;
const SeatMap = dynamic(() => import("~/features/seat-map/map/view/seat-map").then((module) => module.SeatMap), { ssr: false, loading });
const LassoLayer = dynamic(() => import("~/features/seat-map/map/view/lasso-layer").then((module) => module.LassoLayer), { ssr: false });
const ReasonColors = dynamic(() => import("~/features/seat-map/map/view/lasso-layer").then((module) => module.ReasonColors), { ssr: false });

/** Held and sold seats alike are not the organizer's to move; blocked ones stand hatched. */
const words: MapWords = {
  available: "For sale",
  held: "Blocked",
  booked: "Held or sold",
  mine: "Chosen",
  take: "Choose this seat",
  letGo: "Do not choose it",
  mayTake: (status) => status < 2,
};

const ChoosingMap: DeskMap = ({ layout, bytes, reasons, chosen, onToggle, onLasso }) => (
  <SeatMap
    layout={layout}
    packed={asOrganizerSees(bytes)}
    mine={chosen}
    onToggle={onToggle}
    words={words}
    overlay={(engine) => (
      <>
        <ReasonColors engine={engine} reasons={reasons} />
        {onLasso && <LassoLayer engine={engine} onSeats={(seats) => onLasso(seats.map((seat) => engine.model.ids[seat]!))} />}
      </>
    )}
  />
);

/** An event's form, and its seats on the map that buyers have. */
export function EditScreen({ eventId }: { eventId: string }) {
  return <EditEvent eventId={eventId} map={ChoosingMap} />;
}
