"use client";

import { useEffect, useRef } from "react";
import { seatName } from "~/domain/seating/seat-name";
import type { MapEngine } from "../control/map-engine";

/** A word where a seat was lost to someone else. The sentence with what is free instead is the page's. */
export function LostMarks({ engine, seats }: { engine: MapEngine; seats: readonly number[] }) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const place = () => {
      seats.forEach((seat, i) => {
        const mark = list.current?.children[i];
        if (!(mark instanceof HTMLElement)) return;
        const { x, y } = engine.seatOnScreen(seat);
        mark.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px) translate(-50%, -150%)`;
        mark.style.visibility = "visible";
      });
    };
    place();
    return engine.onFrame(place);
  }, [engine, seats]);

  return (
    <div ref={list} aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden">
      {seats.map((seat) => (
        <span
          key={seat}
          style={{ visibility: "hidden" }}
          className="bg-warning-soft text-warning border-warning/40 rounded-control absolute top-0 left-0 border px-2 py-0.5 text-xs font-semibold whitespace-nowrap"
        >
          {seatName(engine.model.rows[engine.model.rowOf[seat]!]!.label, engine.model.labels[seat]!)} just went
        </span>
      ))}
    </div>
  );
}
