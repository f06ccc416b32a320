import { useRef, useState, type PointerEvent } from "react";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import { tenth } from "~/domain/seating/editor/draft";
import type { MapEngine } from "../map/control/map-engine";
import { decorationAt, seatsWithin } from "./editor-model";
import type { EditorAction, Selection } from "./editor-state";
import { tools, type Tool } from "./tools";

type Point = { x: number; y: number };
/** Things land on a quarter of a seat's width; with Alt anywhere. */
const SNAP = SEAT_PITCH / 4;

type Gesture =
  | { kind: "drag"; from: Point; xs: Float32Array; ys: Float32Array; moved: boolean; seats: number[]; decoration: number | null }
  | { kind: "frame"; from: Point; add: ReadonlySet<number> }
  | { kind: "brush"; seats: Set<number> };

/** A rectangle of the screen that is being drawn round seats. */
export type Frame = { left: number; top: number; width: number; height: number } | null;

/** What a mouse, a pen or a finger does on the editor's map: choose, frame, drag, brush. */
export function useEditorPointer(
  engine: MapEngine | null,
  { tool, selection, act }: { tool: Tool; selection: Selection; act: (action: EditorAction) => void },
) {
  const gesture = useRef<Gesture | null>(null);
  const [frame, setFrame] = useState<Frame>(null);
  const [carried, setCarried] = useState<Point>({ x: 0, y: 0 });

  const screen = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onPlan = ({ x, y }: Point): Point => {
    const { camera } = engine!.scene;
    return { x: (x - camera.x) / camera.k, y: (y - camera.y) / camera.k };
  };

  /** Seats under a point: one, or its whole section where seats cannot be told apart or people stand. */
  function seatsAt(at: Point, coarse: boolean): number[] {
    const hit = engine!.hit(at.x, at.y, coarse);
    if (hit?.kind === "seat") return [hit.seat];
    if (hit?.kind !== "section") return [];
    const section = engine!.model.sections[hit.section]!;
    const far = engine!.scene.camera.k * SEAT_PITCH < 6;
    return far || section.standing ? Array.from({ length: section.end - section.start }, (_, i) => section.start + i) : [];
  }

  function choose(event: PointerEvent<HTMLCanvasElement>, at: Point): void {
    const point = onPlan(at);
    const found = seatsAt(at, event.pointerType === "touch");
    const drag = (seats: number[], decoration: number | null) => {
      const { xs, ys } = engine!.model;
      gesture.current = { kind: "drag", from: point, xs: xs.slice(), ys: ys.slice(), moved: false, seats, decoration };
    };
    if (found.length > 0) {
      const has = found.every((seat) => selection.seats.has(seat));
      if (event.shiftKey) {
        const next = new Set(selection.seats);
        for (const seat of found) if (has) next.delete(seat);
        else next.add(seat);
        return act({ do: "select", seats: next });
      }
      if (!has) act({ do: "select", seats: found });
      return drag(has ? [...selection.seats] : found, null);
    }
    const decoration = decorationAt(engine!.model.decorations, point.x, point.y);
    if (decoration >= 0) {
      act({ do: "selectDecoration", index: decoration });
      return drag([], decoration);
    }
    gesture.current = { kind: "frame", from: at, add: event.shiftKey ? selection.seats : new Set() };
  }

  function dragTo(now: Extract<Gesture, { kind: "drag" }>, to: Point, free: boolean): Point {
    const snap = (length: number) => (free ? tenth(length) : Math.round(length / SNAP) * SNAP);
    const by = { x: snap(to.x - now.from.x), y: snap(to.y - now.from.y) };
    if (by.x === 0 && by.y === 0 && !now.moved) return by;
    now.moved = true;
    engine!.carry(now.seats, now, by);
    if (now.decoration !== null) setCarried(by);
    return by;
  }

  return {
    frame,
    /** How far the drawn thing that is chosen is being dragged, plan units. */
    carried,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
        if (!engine || tool === "pan" || tool === "lasso" || event.button !== 0 || !event.isPrimary) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = screen(event);
        if (tool === "select") return choose(event, at);
        gesture.current = { kind: "brush", seats: new Set(seatsAt(at, false).slice(0, 1)) };
        engine.setMine(gesture.current.seats);
      },
      onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
        const now = gesture.current;
        if (!engine || !now || !event.isPrimary) return;
        const at = screen(event);
        if (now.kind === "drag") dragTo(now, onPlan(at), event.altKey);
        else if (now.kind === "brush") {
          const hit = engine.hit(at.x, at.y, false);
          if (hit?.kind === "seat" && !now.seats.has(hit.seat)) engine.setMine((now.seats = new Set(now.seats).add(hit.seat)));
        } else {
          const [left, top] = [Math.min(at.x, now.from.x), Math.min(at.y, now.from.y)];
          setFrame({ left, top, width: Math.abs(at.x - now.from.x), height: Math.abs(at.y - now.from.y) });
        }
      },
      onPointerUp: (event: PointerEvent<HTMLCanvasElement>) => {
        const now = gesture.current;
        gesture.current = null;
        setFrame(null);
        setCarried({ x: 0, y: 0 });
        if (!engine || !now) return;
        const at = screen(event);
        if (now.kind === "drag") {
          const { x: dx, y: dy } = dragTo(now, onPlan(at), event.altKey);
          const decorations = now.decoration === null ? [] : [now.decoration];
          if (dx !== 0 || dy !== 0) act({ do: "command", command: { do: "move", seats: now.seats, decorations, dx, dy } });
          else if (now.moved) engine.invalidate();
        } else if (now.kind === "brush") paint(engine, tool, [...now.seats], act);
        else act({ do: "select", seats: [...now.add, ...seatsWithin(engine.model, onPlan(now.from), onPlan(at))] });
      },
      onPointerCancel: () => {
        const now = gesture.current;
        gesture.current = null;
        setFrame(null);
        setCarried({ x: 0, y: 0 });
        if (now?.kind === "drag") engine?.carry(now.seats, now, { x: 0, y: 0 });
      },
      onDoubleClick: () => {
        // The whole row of the seat that was chosen by the first press.
        const [seat] = selection.seats;
        if (!engine || tool !== "select" || seat === undefined || selection.seats.size !== 1) return;
        const { start, end } = engine.model.rows[engine.model.rowOf[seat]!]!;
        act({ do: "select", seats: Array.from({ length: end - start }, (_, i) => start + i) });
      },
    },
  };
}

function paint(engine: MapEngine, tool: Tool, seats: number[], act: (action: EditorAction) => void): void {
  engine.setMine(new Set());
  if (seats.length === 0) return;
  const bit = tools.find((one) => one.tool === tool)?.bit;
  if (bit === undefined) return act({ do: "command", command: { do: "remove", seats } });
  const on = (engine.model.flags[seats[0]!]! & bit) === 0;
  act({ do: "command", command: { do: "flag", seats, bit, on } });
}
