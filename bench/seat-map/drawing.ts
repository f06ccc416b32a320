import { chromium } from "@playwright/test";
import { buildLayout, evenPrices, type SeatLayout } from "~/domain/seating/seat-layout";
import { packSeats } from "~/domain/seating/seat-packing";
import type { SeatStatus } from "~/domain/seating/seat-state";
import { median } from "../closed-loop";
import { benchPage } from "./bundle";
import type { SeatMapBench } from "./page";
import { stadiumPlan } from "./stadium";

export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];
export const view = { width: 1_100, height: 800 };
const FRAMES = 60;

/** The bench's stadium as buyers get it; prices in paise. */
export function stadiumLayout(seatCount: number): SeatLayout {
  const content = stadiumPlan(seatCount);
  const prices = evenPrices(content.sections.map((section) => [section.id, section.priceMultiplierBps * 5]));
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

type Drawn = { firstDrawMs: number; firstDrawsMs: number[]; frameMs: Record<string, number>; drawMs: number };

/**
 * Draws stadiums of 10,000 and 50,000 seats in Chromium without a graphics card, each in a browser that was started
 * for it. All times are milliseconds: the first draw from a layout that is there to pixels on the canvas (median, and
 * each of them), frames as the browser showed them (medians).
 */
export async function drawing({ rounds }: { rounds: number }): Promise<Drawn> {
  const html = await benchPage();
  const firsts: number[] = [];
  const frames: Record<string, number[]> = {};
  const work: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const seatCount of [50_000, 10_000]) {
      const { first, seen } = await drawOnce(html, seatCount);
      if (seatCount === 50_000) {
        firsts.push(first);
        work.push(median(seen.work));
      }
      for (const what of ["zoom", "pan"] as const)
        (frames[`${what}${seatCount}`] ??= []).push(median(seen[what]));
    }
  }
  const frameMs = Object.fromEntries(Object.entries(frames).map(([name, all]) => [name, median(all)]));
  return { firstDrawMs: median(firsts), firstDrawsMs: firsts, frameMs, drawMs: median(work) };
}

async function drawOnce(html: string, seatCount: number) {
  const executablePath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const page = await browser.newPage({ viewport: view });
    await page.setContent(html);
    const facts = { layout: stadiumLayout(seatCount), packed: [...halfSold(seatCount)], ...view };
    const first = await page.evaluate(({ layout, packed, width, height }) => {
      const { seatMapBench } = window as unknown as { seatMapBench: SeatMapBench };
      return seatMapBench.open(layout, Uint8Array.from(packed), width, height, 1);
    }, facts);
    const seen = await page.evaluate((count) => {
      const { seatMapBench } = window as unknown as { seatMapBench: SeatMapBench };
      return seatMapBench.frames(count);
    }, FRAMES);
    return { first, seen };
  } finally {
    await browser.close();
  }
}
