import { detailAt } from "./detail";
import { paintGround, shapePath } from "./paint-ground";
import { layLabels } from "./label-layout";
import { measureOn, paintLabels } from "./paint-labels";
import { paintOverlay } from "./paint-overlay";
import { paintPlates, platesOf } from "./paint-plates";
import { paintSeats } from "./paint-seats";
import { SeatRaster } from "./raster";
import type { Scene } from "./scene";
import { SpriteCache } from "./sprite";
import type { SeatModel } from "../model/seat-model";

/** Draws frames of one plan onto one canvas. */
export class FramePainter {
  private readonly context: CanvasRenderingContext2D;
  private readonly raster = new SeatRaster();
  private readonly sprites = new SpriteCache();
  private readonly buffer = document.createElement("canvas");
  private readonly bufferContext: CanvasRenderingContext2D;
  private shapes: Path2D[] = [];
  private image: ImageData | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    model: SeatModel,
  ) {
    const context = canvas.getContext("2d", { alpha: false });
    const buffer = this.buffer.getContext("2d", { willReadFrequently: true });
    if (!context || !buffer) throw new Error("This browser cannot draw on a canvas.");
    this.context = context;
    this.bufferContext = buffer;
    this.setModel(model);
  }

  /** Draws another plan from now on. */
  setModel(model: SeatModel): void {
    this.shapes = model.sections.map((section) => shapePath(section.rings));
  }

  /** Draws everything in sight. `now` as performance.now, for what is in motion. */
  paint(scene: Scene, now: number): void {
    const { width, height, dpr } = scene.viewport;
    const [pixelsX, pixelsY] = [Math.round(width * dpr), Math.round(height * dpr)];
    if (pixelsX === 0 || pixelsY === 0) return;
    if (this.canvas.width !== pixelsX || this.canvas.height !== pixelsY) {
      [this.canvas.width, this.canvas.height] = [pixelsX, pixelsY];
    }
    const { context } = this;
    const detail = detailAt(scene.camera.k, scene.model.sections.length);
    paintGround(context, scene, this.shapes);
    this.putSeats(scene, pixelsX, pixelsY);
    context.setTransform(dpr, 0, 0, dpr, 0, 0);
    const plates = platesOf(context, scene, detail.plates);
    const measure = measureOn(context, scene.palette.sans);
    const labels = layLabels(scene, detail, plates.map((plate) => plate.box), measure);
    paintLabels(context, scene, detail, labels);
    paintPlates(context, scene, detail.plates, plates);
    paintOverlay(context, scene, detail, now);
  }

  private putSeats(scene: Scene, width: number, height: number): void {
    if (!this.image || this.image.width !== width || this.image.height !== height) {
      this.image = this.bufferContext.createImageData(width, height);
      [this.buffer.width, this.buffer.height] = [width, height];
      this.raster.begin(width, height, new Uint32Array(this.image.data.buffer));
    } else {
      this.raster.begin(width, height);
    }
    paintSeats(this.raster, this.sprites, scene);
    const { top, bottom } = this.raster.written;
    if (bottom <= top) return;
    this.bufferContext.putImageData(this.image, 0, 0, 0, top, width, bottom - top);
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.drawImage(this.buffer, 0, top, width, bottom - top, 0, top, width, bottom - top);
  }
}
