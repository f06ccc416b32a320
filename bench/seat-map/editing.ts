import { chromium } from "@playwright/test";
import { toPretixPlan } from "~/domain/seating/plan/pretix-export";
import { readPlan } from "~/domain/seating/plan/read-plan";
import { median } from "../closed-loop";
import { benchPage } from "./bundle";
import { chromiumFlags, view } from "./drawing";
import type { SeatMapBench } from "./page";
import { stadiumPlan } from "./stadium";

const SEATS = 50_000;
const DRAGGED = 5_000;
const EDITS = 40;

/** The plan editor in Chromium without a graphics card, on 50,000 seats: medians in milliseconds. */
export async function editing(): Promise<{ editMs: number; frameMs: number }> {
  const html = await benchPage();
  const executablePath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const page = await browser.newPage({ viewport: view });
    await page.setContent(html);
    const { sections, decorations } = stadiumPlan(SEATS);
    const facts = { draft: { sections, decorations }, how: { ...view, dragged: DRAGGED, count: EDITS } };
    const seen = await page.evaluate(({ draft, how }) => {
      const { seatMapBench } = window as unknown as { seatMapBench: SeatMapBench };
      return seatMapBench.edits(draft, how);
    }, facts);
    return { editMs: median(seen.edit), frameMs: median(seen.drag) };
  } finally {
    await browser.close();
  }
}

/** Milliseconds to read a file of 20,000 seats as an import does, all checks included: the median of some. */
export function importing(): { ms20000: number } {
  const file = JSON.stringify(toPretixPlan(stadiumPlan(20_000)));
  const times = Array.from({ length: 5 }, () => {
    const startedAt = performance.now();
    readPlan(file);
    return performance.now() - startedAt;
  });
  return { ms20000: median(times) };
}
