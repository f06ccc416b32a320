import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent } from "d3-zoom";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import type { Box } from "../model/box";
import type { Camera, Viewport } from "../paint/scene";
import { cameraAt, cameraBetween, cameraFor, easeInOut, type Insets } from "./camera-path";

/** CSS pixels from seat to seat when nearest. */
const NEAREST_PITCH = 64;
const FLIGHT_MS = 380;

/** Wheel, pinch and pan by d3-zoom; flights and buttons by itself. All end in one camera. */
export class CameraControl {
  camera: Camera = { k: 1, x: 0, y: 0 };
  private gate: (event: Event) => boolean = () => true;
  private viewport: Viewport = { width: 0, height: 0, dpr: 1 };
  private insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  private whole = true;
  private flight = 0;
  private readonly behaviour = zoom<HTMLCanvasElement, unknown>();
  private readonly selection;

  constructor(
    canvas: HTMLCanvasElement,
    private box: Box,
    private readonly changed: (camera: Camera) => void,
    private readonly stillness: () => boolean,
  ) {
    this.selection = select<HTMLCanvasElement, unknown>(canvas);
    this.behaviour
      .filter((event: MouseEvent) => this.gate(event) && !event.button && (!event.ctrlKey || event.type === "wheel"))
      .clickDistance(4)
      .on("start", (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        if (event.sourceEvent) cancelAnimationFrame(this.flight);
      })
      .on("zoom", (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        const { k, x, y } = event.transform;
        if (event.sourceEvent) this.whole = false;
        this.camera = { k, x, y };
        this.changed(this.camera);
      });
    // Double taps belong to the map: on a seat they are two choices, elsewhere they zoom.
    this.selection.call(this.behaviour).on("dblclick.zoom", null);
  }

  /** Tells the size of the canvas and what covers it; a plan that was seen whole stays so. */
  resize(viewport: Viewport, insets: Insets): void {
    const first = this.viewport.width === 0;
    this.viewport = viewport;
    this.insets = insets;
    const fit = this.limit();
    if (first || this.whole) this.apply(fit);
  }

  /** Whether a press, a touch or a wheel moves the map; where something else is done with it, not. */
  setGate(gate: (event: Event) => boolean): void {
    this.gate = gate;
  }

  /** How far the plan reaches now; the camera stays where it is. */
  setBox(box: Box): void {
    this.box = box;
    if (this.viewport.width > 0) this.limit();
  }

  private limit(): Camera {
    const { viewport } = this;
    const fit = this.fitted();
    const air = 0.5 / fit.k;
    this.behaviour
      .extent([
        [0, 0],
        [viewport.width, viewport.height],
      ])
      .scaleExtent([fit.k * 0.85, Math.max(NEAREST_PITCH / SEAT_PITCH, fit.k * 2)])
      .translateExtent([
        [this.box.left - viewport.width * air, this.box.top - viewport.height * air],
        [this.box.right + viewport.width * air, this.box.bottom + viewport.height * air],
      ]);
    return fit;
  }

  /** How far in the camera is, 1 being the whole plan. */
  get magnification(): number {
    return this.viewport.width === 0 ? 1 : this.camera.k / this.fitted().k;
  }

  showAll(): void {
    this.fly(this.fitted());
    this.whole = true;
  }

  /** Flies until a box fills the view, no nearer than `pitch` CSS pixels from seat to seat. */
  showBox(box: Box, pitch = 30): void {
    this.fly(cameraFor(box, this.viewport, this.insets, Math.max(pitch / SEAT_PITCH, this.fitted().k)));
  }

  /** Flies to a point of the plan, at least `pitch` near. */
  showPoint(x: number, y: number, pitch: number): void {
    this.fly(cameraAt(x, y, Math.max(this.camera.k, pitch / SEAT_PITCH), this.viewport, this.insets));
  }

  /** Moves only as far as a point needs to be in sight, and near enough to be read. */
  bringIntoSight(x: number, y: number, pitch: number): void {
    const [sx, sy] = [x * this.camera.k + this.camera.x, y * this.camera.k + this.camera.y];
    const edge = 56;
    const inside =
      sx > this.insets.left + edge &&
      sx < this.viewport.width - this.insets.right - edge &&
      sy > this.insets.top + edge &&
      sy < this.viewport.height - this.insets.bottom - edge;
    if (!inside || this.camera.k * SEAT_PITCH < pitch * 0.8) this.showPoint(x, y, pitch);
  }

  /** Zooms about a point of the screen, the middle unless told. */
  zoomBy(factor: number, about?: { x: number; y: number }): void {
    const [least, most] = this.behaviour.scaleExtent();
    const k = Math.min(most, Math.max(least, this.camera.k * factor));
    const x = about?.x ?? (this.insets.left + this.viewport.width - this.insets.right) / 2;
    const y = about?.y ?? (this.insets.top + this.viewport.height - this.insets.bottom) / 2;
    const ratio = k / this.camera.k;
    this.fly({ k, x: x - (x - this.camera.x) * ratio, y: y - (y - this.camera.y) * ratio }, 180);
  }

  /** Puts a point of the plan in the middle, at once. */
  centreOn(x: number, y: number): void {
    this.whole = false;
    this.apply(cameraAt(x, y, this.camera.k, this.viewport, this.insets));
  }

  /** Puts the camera somewhere at once, within its limits. */
  apply({ k, x, y }: Camera): void {
    this.selection.call(this.behaviour.transform, zoomIdentity.translate(x, y).scale(k));
  }

  dispose(): void {
    cancelAnimationFrame(this.flight);
    this.selection.on(".zoom", null);
  }

  private fitted(): Camera {
    return cameraFor(this.box, this.viewport, this.insets, NEAREST_PITCH / SEAT_PITCH / 1.6);
  }

  private fly(to: Camera, duration = FLIGHT_MS): void {
    cancelAnimationFrame(this.flight);
    this.whole = false;
    if (this.stillness()) return this.apply(to);
    const from = this.camera;
    const startedAt = performance.now();
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - startedAt) / duration));
      this.apply(cameraBetween(from, to, easeInOut(share)));
      if (share < 1) this.flight = requestAnimationFrame(step);
    };
    this.flight = requestAnimationFrame(step);
  }
}
