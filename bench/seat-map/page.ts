import { apply } from "~/domain/seating/editor/commands";
import type { PlanDraft } from "~/domain/seating/editor/draft";
import type { SeatLayout } from "~/domain/seating/seat-layout";
import { MapEngine } from "../../src/features/seat-map/map/control/map-engine";
import { occupancy, readStatuses } from "../../src/features/seat-map/map/model/seat-statuses";
import { buildSeatModel } from "../../src/features/seat-map/map/model/seat-model";
import { ShapeMemo } from "../../src/features/seat-map/map/model/shape-memo";
import { editorModel } from "../../src/features/seat-map/plan-editor/editor-model";

/** What the browser of the bench runs: the product's engine on a bare page. Bundled by bundle.ts. */
const insets = { top: 16, right: 16, bottom: 16, left: 16 };

let engine: MapEngine | null = null;

/** Builds the model and draws the first frame; answers the milliseconds that took, the pixels included. */
function open(layout: SeatLayout, packed: Uint8Array, width: number, height: number, dpr: number): number {
  engine?.dispose();
  document.querySelector("canvas")?.remove();
  const canvas = document.body.appendChild(document.createElement("canvas"));
  canvas.style.cssText = `display:block;width:${width}px;height:${height}px`;
  const startedAt = performance.now();
  const model = buildSeatModel(layout);
  engine = new MapEngine(canvas, model, () => true);
  const statuses = readStatuses(model.count, packed);
  engine.setStatuses(statuses, occupancy(model, statuses));
  engine.resize({ width, height, dpr }, insets);
  // Reading a pixel back makes the browser finish what it was asked to draw.
  canvas.getContext("2d")?.getImageData(0, 0, 1, 1);
  return performance.now() - startedAt;
}

/** Milliseconds between the frames of a zoom in and out and of a pan, as the browser showed them. */
async function frames(count: number): Promise<{ zoom: number[]; pan: number[]; work: number[] }> {
  const shown = engine!;
  const { width, height } = shown.scene.viewport;
  const start = shown.camera.camera;
  const work: number[] = [];
  const run = async (move: (share: number) => { k: number; x: number; y: number }) => {
    const gaps: number[] = [];
    let last = await frame();
    for (let i = 1; i <= count; i += 1) {
      shown.camera.apply(move(i / count));
      const before = performance.now();
      shown.draw();
      work.push(performance.now() - before);
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
    return gaps;
  };
  const about = (factor: number) => ({
    k: start.k * factor,
    x: width / 2 - (width / 2 - start.x) * factor,
    y: height / 2 - (height / 2 - start.y) * factor,
  });
  const zoom = await run((share) => about(1 + Math.sin(share * Math.PI) * 2.5));
  const near = about(1.6);
  const pan = await run((share) => ({
    k: near.k,
    x: near.x + Math.sin(share * Math.PI * 2) * 200,
    y: near.y + Math.cos(share * Math.PI * 2) * 150,
  }));
  shown.camera.apply(start);
  return { zoom, pan, work };
}

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/**
 * The plan editor's map on a plan of many seats: milliseconds of an edit of one seat (the draft, its model, a frame with
 * its pixels), and between the frames of a drag of `dragged` seats.
 */
async function edits(draft: PlanDraft, { width, height, dragged, count }: { width: number; height: number; dragged: number; count: number }) {
  engine?.dispose();
  document.querySelector("canvas")?.remove();
  const canvas = document.body.appendChild(document.createElement("canvas"));
  canvas.style.cssText = `display:block;width:${width}px;height:${height}px`;
  const memo = new ShapeMemo();
  const editor = (engine = new MapEngine(canvas, editorModel(draft, memo), () => true));
  editor.resize({ width, height, dpr: 1 }, insets);
  const edit: number[] = [];
  let present = draft;
  for (let i = 0; i < count; i += 1) {
    const startedAt = performance.now();
    present = apply(present, { do: "move", seats: [i * 701], decorations: [], dx: 2.5, dy: 0 });
    editor.setModel(editorModel(present, memo));
    editor.draw();
    canvas.getContext("2d")?.getImageData(0, 0, 1, 1);
    edit.push(performance.now() - startedAt);
    await frame();
  }
  const from = { xs: editor.model.xs.slice(), ys: editor.model.ys.slice() };
  const seats = Array.from({ length: dragged }, (_, i) => i);
  const drag: number[] = [];
  let last = await frame();
  for (let i = 0; i < count; i += 1) {
    editor.carry(seats, from, { x: i, y: i / 2 });
    editor.draw();
    const now = await frame();
    drag.push(now - last);
    last = now;
  }
  return { edit, drag };
}

const bench = { open, frames, edits, engine: () => engine };
export type SeatMapBench = typeof bench;
Object.assign(window, { seatMapBench: bench });
