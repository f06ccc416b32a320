import type { BrowserContext } from "@playwright/test";

/** Whether a page that one left came back as it stood; else why not, in the browser's words. */
export type ComeBack = { kept: true } | { kept: false; reasons: string[] };

type Mark = { stayed?: boolean };
type Reasons = { reasons: { reason: string }[] | null; children: Reasons[] | null };

/** Goes from `url` to `next` and back, and asks the page that then stands there whether it is the one it was. */
export async function comeBack(context: BrowserContext, url: string, next: string, ready = "h1"): Promise<ComeBack> {
  const page = await context.newPage();
  try {
    await page.goto(url);
    await page.locator(ready).first().waitFor({ timeout: 60_000 });
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => void ((window as Mark).stayed = true));
    await page.goto(next);
    // A page that was kept fires no load event: `goBack` would wait for one.
    await page.evaluate(() => history.back());
    await page.waitForURL(url, { waitUntil: "commit" });
    await page.locator(ready).first().waitFor({ timeout: 60_000 });
    return await page.evaluate(() => {
      if ((window as Mark).stayed) return { kept: true };
      const [navigation] = performance.getEntriesByType("navigation") as (PerformanceEntry & { notRestoredReasons?: Reasons | null })[];
      const found = navigation?.notRestoredReasons;
      return { kept: false, reasons: found?.reasons?.map(({ reason }) => reason) ?? ["not said"] };
    });
  } finally {
    await page.close();
  }
}
