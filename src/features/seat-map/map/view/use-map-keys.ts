"use client";

import { type KeyboardEvent } from "react";
import type { MapEngine } from "../control/map-engine";
import { nextSeat, type Direction } from "../control/next-seat";
import { code } from "../model/seat-statuses";

const directions: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
/** Seats under the keyboard's cursor are brought this near (CSS pixels from seat to seat). */
const READABLE_PITCH = 26;

export const keyHelp =
  "Arrow keys move from seat to seat, Enter or Space takes a seat or lets it go, plus and minus zoom, 0 shows the whole plan.";

/**
 * The map from the keyboard: a cursor that goes from seat to seat as the eye does. `onCursor` hears where it is, for a
 * screen reader; `onSeat` is a press.
 */
export function useMapKeys(
  engine: MapEngine | null,
  { onCursor, onSeat }: { onCursor: (seat: number) => void; onSeat: (seat: number) => void },
) {
  return (event: KeyboardEvent<HTMLCanvasElement>) => {
    if (!engine || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    if (direction) moveCursor(engine, direction, onCursor);
    else if (event.key === "+" || event.key === "=") engine.camera.zoomBy(1.6);
    else if (event.key === "-") engine.camera.zoomBy(1 / 1.6);
    else if (event.key === "0" || event.key === "Home") engine.camera.showAll();
    else if (event.key === "Escape" && engine.scene.cursor >= 0) engine.set({ cursor: -1 });
    else if ((event.key === "Enter" || event.key === " ") && engine.scene.cursor >= 0)
      onSeat(engine.scene.cursor);
    else return;
    event.preventDefault();
  };
}

function moveCursor(engine: MapEngine, direction: Direction, onCursor: (seat: number) => void): void {
  const { model, scene } = engine;
  const exists = (seat: number) => scene.statuses[seat] !== code.blocked;
  const seat =
    scene.cursor < 0 ? firstSeat(engine) : nextSeat(model.xs, model.ys, scene.cursor, direction, exists);
  if (seat < 0) return;
  engine.set({ cursor: seat });
  engine.camera.bringIntoSight(model.xs[seat]!, model.ys[seat]!, READABLE_PITCH);
  onCursor(seat);
}

/** The buyer's own seat, else the free one nearest to the middle of what is in sight. */
function firstSeat({ model, scene }: MapEngine): number {
  for (const seat of scene.mine) return seat;
  const { camera, viewport, statuses } = scene;
  const [x, y] = [(viewport.width / 2 - camera.x) / camera.k, (viewport.height / 2 - camera.y) / camera.k];
  const reach = Math.max(model.box.right - model.box.left, model.box.bottom - model.box.top);
  return model.grid.nearest(x, y, reach, (seat) => statuses[seat] === code.available);
}
