"use client";

import { useEffect, useRef } from "react";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { MapEngine } from "../control/map-engine";
import { SeatFacts } from "./seat-facts";

/** Beside the seat that the mouse or the keyboard's cursor is on; it follows while the plan moves. */
export function SeatTip({
  engine,
  seat,
  status,
  mine,
}: {
  engine: MapEngine;
  seat: number;
  status: number;
  mine: boolean;
}) {
  const tip = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const place = () => {
      const element = tip.current;
      if (!element) return;
      const { x, y } = engine.seatOnScreen(seat);
      const { viewport, camera } = engine.scene;
      const away = Math.max(10, camera.k * SEAT_PITCH * 0.6) + 6;
      const [width, height] = [element.offsetWidth, element.offsetHeight];
      const left = Math.min(Math.max(8, x - width / 2), viewport.width - width - 8);
      const below = y - away - height < 8;
      element.style.transform = `translate(${Math.round(left)}px, ${Math.round(below ? y + away : y - away - height)}px)`;
      element.style.visibility = "visible";
    };
    place();
    return engine.onFrame(place);
  }, [engine, seat]);

  return (
    <div
      ref={tip}
      role="tooltip"
      style={{ visibility: "hidden" }}
      className="bg-raised rounded-control shadow-float pointer-events-none absolute top-0 left-0 z-10 w-60 px-3.5 py-2.5"
    >
      <SeatFacts model={engine.model} seat={seat} status={status} mine={mine} />
    </div>
  );
}
