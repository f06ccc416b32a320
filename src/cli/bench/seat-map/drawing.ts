import { chromium } from "@playwright/test";
import { buildLayout, type SeatLayout } from "~/domain/seat-layout";
import { packSeats } from "~/domain/seat-packing";
import type { SeatStatus } from "~/domain/seat-state";
import { median } from "../closed-loop";
import { benchPage } from "./bundle";
import type { SeatMapBench } from "./page";
import { stadiumPlan } from "./stadium";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];
const view = { width: 1_100, height: 800 };
const FRAMES = 60;
const ROUNDS = 3;

/** The bench's stadium as buyers get it; prices in paise. */
export function stadiumLayout(seatCount: number): SeatLayout {
  const content = stadiumPlan(seatCount);
  const prices = new Map(content.sections.map((section) => [section.id, section.priceMultiplierBps * 5]));
  return buildLayout({ planHash: `stadium-${seatCount}`, serial: 46_655, content, prices });
}

/** A third sold in clumps, a few held: as a sale looks half way through. */
export function halfSold(seatCount: number): Uint8Array {
  const taken: { ordinal: number; status: SeatStatus }[] = [];
  for (let ordinal = 0; ordinal < seatCount; ordinal += 1) {
    const clump = Math.abs(Math.sin(Math.floor(ordinal / 7) * 78.233) * 43_758.5453) % 1;
    if (clump < 0.34) taken.push({ ordinal, status: "BOOKED" });
    else if (clump > 0.97) taken.push({ ordinal, status: "HELD" });
  }
  return packSeats(seatCount, taken);
}

/**
 * Draws stadiums of 10,000 and 50,000 seats in Chromium without a graphics card. All times are milliseconds: the first
 * draw from a layout that is there to pixels on the canvas (median of fresh pages), frames as the browser showed them.
 */
export async function drawing(): Promise<{
  firstDrawMs: number;
  frameMs: Record<string, number>;
  drawMs: number;
}> {
  const html = await benchPage();
  const executablePath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const firsts: number[] = [];
    const frameMs: Record<string, number> = {};
    const work: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const seatCount of [50_000, 10_000]) {
        const page = await browser.newPage({ viewport: view });
        await page.setContent(html);
        const layout = stadiumLayout(seatCount);
        const packed = [...halfSold(seatCount)];
        const first = await page.evaluate(
          (facts) => {
            const { seatMapBench } = window as unknown as { seatMapBench: SeatMapBench };
            const { layout, packed, width, height } = facts;
            return seatMapBench.open(layout, Uint8Array.from(packed), width, height, 1);
          },
          { layout, packed, ...view },
        );
        const seen = await page.evaluate((count) => {
          const { seatMapBench } = window as unknown as { seatMapBench: SeatMapBench };
          return seatMapBench.frames(count);
        }, FRAMES);
        if (seatCount === 50_000) {
          firsts.push(first);
          work.push(median(seen.work));
        }
        for (const what of ["zoom", "pan"] as const) {
          const name = `${what}${seatCount}`;
          frameMs[name] = Math.min(frameMs[name] ?? Infinity, median(seen[what]));
        }
        await page.close();
      }
    }
    return { firstDrawMs: median(firsts), frameMs, drawMs: median(work) };
  } finally {
    await browser.close();
  }
}
