import type { KeyboardEvent } from "react";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import { seatCountOf, type PlanDraft } from "~/domain/seating/editor/draft";
import { nextSeat, type Direction } from "../map/control/next-seat";
import type { MapEngine } from "../map/control/map-engine";
import { copyCommand } from "./copy-command";
import type { EditorAction, Selection } from "./editor-state";

export const editorKeyHelp =
  "Arrow keys move what is chosen by a seat, with Shift by a tenth of one; with nothing chosen they walk from seat to seat, and Enter chooses. Escape lets go, Delete takes out, Control Z undoes, Control Y does again, Control A chooses all, Control D copies.";

const steps: Record<string, [number, number, Direction]> = {
  ArrowLeft: [-1, 0, "left"],
  ArrowRight: [1, 0, "right"],
  ArrowUp: [0, -1, "up"],
  ArrowDown: [0, 1, "down"],
};

type Editing = { draft: PlanDraft; selection: Selection; act: (action: EditorAction) => void };

/** Keys that hold wherever one is in the editor, but where one types. Answers whether the key was one of them. */
export function historyKeys(event: KeyboardEvent, act: (action: EditorAction) => void): boolean {
  if (!(event.ctrlKey || event.metaKey) || (event.target as HTMLElement).closest("input, textarea, select")) return false;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return false;
  event.preventDefault();
  act({ do: key === "y" || event.shiftKey ? "redo" : "undo" });
  return true;
}

/** The editor's map from the keyboard. */
export function editorKeys(event: KeyboardEvent<HTMLCanvasElement>, engine: MapEngine, { draft, selection, act }: Editing): void {
  const seats = [...selection.seats];
  const decorations = selection.decoration === null ? [] : [selection.decoration];
  const chosen = seats.length + decorations.length > 0;
  const step = steps[event.key];
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "a") act({ do: "select", seats: Array.from({ length: seatCountOf(draft) }, (_, i) => i) });
    else if (event.key === "d" && seats.length > 0) act({ do: "command", command: copyCommand(draft, seats, false) });
    else return;
  } else if (step && chosen) {
    const length = event.shiftKey ? SEAT_PITCH / 10 : SEAT_PITCH;
    act({ do: "command", command: { do: "move", seats, decorations, dx: step[0] * length, dy: step[1] * length } });
  } else if (step) {
    const { model, scene } = engine;
    const seat = scene.cursor < 0 ? (model.count > 0 ? 0 : -1) : nextSeat(model.xs, model.ys, scene.cursor, step[2], () => true);
    if (seat < 0) return;
    engine.set({ cursor: seat });
    engine.camera.bringIntoSight(model.xs[seat]!, model.ys[seat]!, 16);
  } else if ((event.key === "Enter" || event.key === " ") && engine.scene.cursor >= 0) act({ do: "select", seats: [engine.scene.cursor] });
  else if (event.key === "Escape") act({ do: "select", seats: [] });
  else if ((event.key === "Delete" || event.key === "Backspace") && chosen) act({ do: "command", command: { do: "remove", seats, decorations } });
  else if (event.key === "+" || event.key === "=") engine.camera.zoomBy(1.6);
  else if (event.key === "-") engine.camera.zoomBy(1 / 1.6);
  else if (event.key === "0") engine.camera.showAll();
  else return;
  event.preventDefault();
}
