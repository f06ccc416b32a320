import { busy } from "~/domain/errors";

/** So many pieces of work at once and so many that wait; who comes on top is told BUSY at once. */
export class Lane {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly name: string,
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Does the work in its turn. @throws AppError BUSY */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.underWay >= this.atOnce) {
      if (this.waiting.length >= this.mostWaiting) throw busy(`the lane for ${this.name} is full`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.underWay++;
    }
    try {
      return await work();
    } finally {
      // The place goes to the next in line, or is free.
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay--;
    }
  }
}

type Lanes = { drawing: Lane; pictures: Lane };
const shared = globalThis as unknown as { aisleLanes?: Lanes };

/** The process's lanes for what costs it most: PDFs and posters as pictures; uploads, at up to 200 MB each. */
export const lanes: Lanes = (shared.aisleLanes ??= {
  drawing: new Lane("drawing", 2, 40),
  pictures: new Lane("pictures", 2, 10),
});
