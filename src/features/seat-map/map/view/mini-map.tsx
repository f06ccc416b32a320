"use client";

import { useEffect, useRef, type PointerEvent } from "react";
import type { MapEngine } from "../control/map-engine";
import { paintMiniature } from "../paint/paint-miniature";

/** CSS pixels; phones have less to spare. */
const [WIDTH, NARROW_WIDTH] = [148, 104];
const NARROW_MAP = 560;
/** A hall that is seen whole, or nearly, needs no second picture of itself. */
const LEAST_MAGNIFICATION = 1.3;
const LEAST_SEATS = 1_000;

/** The whole plan, small, with the part in sight framed; pressed or dragged, the map goes there. */
export function MiniMap({ engine, className }: { engine: MapEngine; className?: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { box, count } = engine.model;
  const width = engine.canvas.clientWidth < NARROW_MAP ? NARROW_WIDTH : WIDTH;
  const scale = width / (box.right - box.left);
  const height = Math.min(160, Math.round((box.bottom - box.top) * scale));

  useEffect(() => {
    const show = () => {
      if (!frame.current || !canvas.current) return;
      const shown = count >= LEAST_SEATS && engine.camera.magnification > LEAST_MAGNIFICATION;
      frame.current.style.opacity = shown ? "1" : "0";
      frame.current.style.visibility = shown ? "visible" : "hidden";
      if (shown) paintMiniature(canvas.current, engine.scene, { width, height });
    };
    show();
    return engine.onFrame(show);
  }, [engine, count, width, height]);

  function go(event: PointerEvent<HTMLCanvasElement>): void {
    if (event.buttons === 0) return;
    const at = event.currentTarget.getBoundingClientRect();
    engine.camera.centreOn(
      box.left + (event.clientX - at.left) / scale,
      box.top + (event.clientY - at.top) / scale,
    );
  }

  return (
    <div ref={frame} aria-hidden style={{ visibility: "hidden" }} className={className}>
      <div className="bg-raised/95 shadow-float rounded-control overflow-hidden p-1.5">
        <canvas
          ref={canvas}
          style={{ width, height }}
          className="block cursor-crosshair touch-none"
          onPointerDown={go}
          onPointerMove={go}
        />
      </div>
    </div>
  );
}
