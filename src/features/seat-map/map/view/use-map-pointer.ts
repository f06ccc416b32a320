"use client";

import { useRef, type MouseEvent, type PointerEvent } from "react";
import type { Hit } from "../control/hit";
import type { MapEngine } from "../control/map-engine";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import { detailAt } from "../paint/detail";

/** Each seat is a target of so many CSS pixels for a finger; where it is not, a tap flies there first. */
const TOUCH_PITCH = 44;
/** A mouse need not fly nearer where seats are this far apart. */
const MOUSE_PITCH = 24;

export type Pick = {
  /** A seat was pressed. */
  onSeat: (seat: number, byTouch: boolean) => void;
  /** A standing area was pressed. */
  onStanding: (section: number) => void;
  /** The mouse came to rest on something, or left. */
  onHover: (hit: Hit) => void;
  /** The plan was pressed where nothing is. */
  onNothing: () => void;
};

/** Where seats can be told apart, their section's name and price are in sight already. */
function worthATip(engine: MapEngine, hit: Hit): Hit {
  const { camera, model } = engine.scene;
  if (hit?.kind !== "section" || model.sections[hit.section]!.standing) return hit;
  return detailAt(camera.k, model.sections.length).seats ? null : hit;
}

/** Handlers for the canvas: hovering with a mouse, presses with anything, two quick presses beside the seats. */
export function useMapPointer(engine: MapEngine | null, pick: Pick) {
  const coarse = useRef(false);
  const last = useRef("");

  const at = (event: MouseEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  function hover(hit: Hit): void {
    const name = hit === null ? "" : hit.kind === "seat" ? `seat ${hit.seat}` : `section ${hit.section}`;
    if (!engine || name === last.current) return;
    last.current = name;
    engine.set({
      hoverSeat: hit?.kind === "seat" ? hit.seat : -1,
      hoverSection: hit?.kind === "section" ? hit.section : -1,
    });
    pick.onHover(hit);
  }

  return {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      coarse.current = event.pointerType === "touch";
    },
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
      if (!engine || event.pointerType === "touch") return;
      const { x, y } = at(event);
      hover(event.buttons === 0 ? worthATip(engine, engine.hit(x, y, false)) : null);
    },
    onPointerLeave: () => hover(null),
    // What the mouse was on moves away from under it.
    onWheel: () => hover(null),
    onClick: (event: MouseEvent<HTMLCanvasElement>) => {
      if (!engine) return;
      const { x, y } = at(event);
      const hit = engine.hit(x, y, coarse.current);
      const pitch = engine.scene.camera.k * SEAT_PITCH;
      if (hit?.kind === "seat") {
        // A hair less, for the rounding of a flight that went there.
        if (!coarse.current || pitch > TOUCH_PITCH - 1) return pick.onSeat(hit.seat, coarse.current);
        return engine.camera.showPoint(engine.model.xs[hit.seat]!, engine.model.ys[hit.seat]!, TOUCH_PITCH);
      }
      hover(null);
      if (hit?.kind !== "section") return pick.onNothing();
      const section = engine.model.sections[hit.section]!;
      if (section.standing) return pick.onStanding(hit.section);
      if (!coarse.current) return pitch < MOUSE_PITCH ? engine.camera.showBox(section.box) : undefined;
      const { camera } = engine.scene;
      engine.camera.showPoint((x - camera.x) / camera.k, (y - camera.y) / camera.k, TOUCH_PITCH);
    },
    onDoubleClick: (event: MouseEvent<HTMLCanvasElement>) => {
      if (!engine) return;
      const { x, y } = at(event);
      if (engine.hit(x, y, coarse.current)?.kind !== "seat") engine.camera.zoomBy(2, { x, y });
    },
  };
}
