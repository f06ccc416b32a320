"use client";

import { useEffect, useRef, useState, type PointerEvent } from "react";
import type { MapEngine } from "../control/map-engine";
import { insidePolygon } from "../model/polygon";

/** Corners nearer than this to the last one are left out, CSS pixels. */
const STEP = 3;

/** Over the map while an organizer chooses many seats at once: a line drawn round them. `added`: with Shift, to those chosen already. */
export function LassoLayer({ engine, onSeats }: { engine: MapEngine; onSeats: (seats: number[], added: boolean) => void }) {
  const line = useRef<number[] | null>(null);
  const [shown, setShown] = useState("");
  const add = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const corners = line.current;
    if (!corners || Math.hypot(x - (corners.at(-2) ?? -STEP), y - (corners.at(-1) ?? -STEP)) < STEP) return;
    corners.push(x, y);
    setShown(corners.join(" "));
  };
  const end = (event: PointerEvent): void => {
    if (line.current && line.current.length > 4) onSeats(seatsInside(engine, line.current), event.shiftKey);
    line.current = null;
    setShown("");
  };
  return (
    <svg
      aria-hidden
      className="absolute inset-0 size-full cursor-crosshair touch-none"
      onPointerDown={(event) => {
        if (event.button !== 0 || !event.isPrimary) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        line.current = [];
        add(event);
      }}
      onPointerMove={add}
      onPointerUp={end}
      onPointerCancel={() => {
        line.current = null;
        setShown("");
      }}
      onWheel={(event) => engine.canvas.dispatchEvent(new WheelEvent("wheel", event.nativeEvent))}
    >
      {shown && <polygon points={shown} className="fill-focus/10 stroke-focus" strokeWidth={1.5} strokeDasharray="5 4" />}
    </svg>
  );
}

/** Seats whose middles a line of corners x, y, x, y, ... on the screen goes round. */
function seatsInside({ model, scene }: Pick<MapEngine, "model" | "scene">, corners: readonly number[]): number[] {
  const { k, x, y } = scene.camera;
  const outline = Float32Array.from(corners, (at, i) => (at - (i % 2 === 0 ? x : y)) / k);
  const found: number[] = [];
  for (let i = 0; i < model.count; i += 1) if (insidePolygon(outline, model.xs[i]!, model.ys[i]!)) found.push(i);
  return found;
}

/** Colours hatched seats by what they are kept from sale for: a code a seat, as the scene has them. */
export function ReasonColors({ engine, reasons }: { engine: MapEngine; reasons: Uint8Array }) {
  useEffect(() => engine.set({ reasons }), [engine, reasons]);
  return null;
}
