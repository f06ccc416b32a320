import type { SeatModel } from "../model/seat-model";
import { occupancy, type Occupancy } from "../model/seat-statuses";
import { TIER_COUNT } from "../model/tiers";
import { FramePainter } from "../paint/frame";
import { POP_MS } from "../paint/paint-overlay";
import { readPalette } from "../paint/palette";
import type { Scene, Viewport } from "../paint/scene";
import { CameraControl } from "./camera-control";
import type { Insets } from "./camera-path";
import { hitAt, type Hit } from "./hit";

/** One plan on one canvas: keeps the scene, draws a frame when something in it changed and never otherwise. */
export class MapEngine {
  readonly scene: Scene;
  readonly camera: CameraControl;
  private readonly painter: FramePainter;
  private readonly pops = new Map<number, number>();
  private readonly listeners = new Set<() => void>();
  private frame = 0;

  constructor(
    readonly canvas: HTMLCanvasElement,
    model: SeatModel,
    private readonly stillness: () => boolean,
  ) {
    const statuses = new Uint8Array(model.count);
    this.scene = {
      model,
      tiers: model.tiers,
      palette: readPalette(canvas),
      camera: { k: 1, x: 0, y: 0 },
      viewport: { width: 0, height: 0, dpr: 1 },
      statuses,
      occupancy: occupancy(model, statuses),
      mine: new Set(),
      dimmed: new Uint8Array(TIER_COUNT),
      hoverSeat: -1,
      hoverSection: -1,
      cursor: -1,
      pops: this.pops,
    };
    this.painter = new FramePainter(canvas, model);
    this.camera = new CameraControl(canvas, model.box, (camera) => this.set({ camera }), stillness);
  }

  get model(): SeatModel {
    return this.scene.model;
  }

  /** Goes on with another plan, all seats free, where the camera is: a plan that is being drawn changes under it. */
  setModel(model: SeatModel): void {
    const statuses = new Uint8Array(model.count);
    Object.assign(this.scene, {
      model,
      statuses,
      tiers: model.tiers,
      occupancy: occupancy(model, statuses),
      mine: new Set(),
      hoverSeat: -1,
      hoverSection: -1,
      cursor: -1,
    });
    this.pops.clear();
    this.painter.setModel(model);
    this.camera.setBox(model.box);
    this.invalidate();
  }

  /** Shows seats elsewhere while they are dragged: `by` from where `xs` and `ys` have them. The plan stays as it is. */
  carry(seats: readonly number[], { xs, ys }: Pick<SeatModel, "xs" | "ys">, by: { x: number; y: number }): void {
    const { model } = this;
    for (const seat of seats) {
      model.xs[seat] = xs[seat]! + by.x;
      model.ys[seat] = ys[seat]! + by.y;
    }
    this.invalidate();
  }

  resize(viewport: Viewport, insets: Insets): void {
    this.scene.viewport = viewport;
    this.camera.resize(viewport, insets);
    this.draw();
  }

  /** Changes parts of the scene and draws at the next frame. */
  set(parts: Partial<Pick<Scene, "camera" | "dimmed" | "plateLine" | "reasons" | "hoverSeat" | "hoverSection" | "cursor">>): void {
    let changed = false;
    for (const key of Object.keys(parts) as (keyof typeof parts)[]) {
      if (this.scene[key] !== parts[key]) changed = true;
    }
    Object.assign(this.scene, parts);
    if (changed) this.invalidate();
  }

  /** What each seat's state is now, a code a seat, and what that leaves in each section. */
  setStatuses(statuses: Uint8Array, left: Occupancy): void {
    Object.assign(this.scene, { statuses, occupancy: left });
    this.invalidate();
  }

  /** Which seats are the buyer's; new ones pop. */
  setMine(mine: ReadonlySet<number>): void {
    const now = performance.now();
    for (const seat of mine) if (!this.scene.mine.has(seat) && !this.stillness()) this.pops.set(seat, now);
    this.scene.mine = mine;
    this.invalidate();
  }

  /** Reads the colours again: the theme changed. */
  refreshPalette(): void {
    this.scene.palette = readPalette(this.canvas);
    this.invalidate();
  }

  hit(x: number, y: number, coarse: boolean): Hit {
    return hitAt(this.scene, this.model.grid, x, y, coarse);
  }

  /** Where a seat is on the canvas, CSS pixels. */
  seatOnScreen(seat: number): { x: number; y: number } {
    const { k, x, y } = this.scene.camera;
    return { x: this.model.xs[seat]! * k + x, y: this.model.ys[seat]! * k + y };
  }

  /** Calls back after each frame, for what the page lays over the canvas; answers how to stop that. */
  onFrame(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  invalidate(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.draw());
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.camera.dispose();
    this.listeners.clear();
  }

  /** Draws now. */
  draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const now = performance.now();
    this.painter.paint(this.scene, now);
    for (const [seat, since] of this.pops) if (now - since > POP_MS) this.pops.delete(seat);
    if (this.pops.size > 0) this.invalidate();
    for (const listener of this.listeners) listener();
  }
}
