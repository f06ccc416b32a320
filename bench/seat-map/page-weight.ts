import { chromium } from "@playwright/test";

/** Compressed bytes of all JavaScript that a browser loads until the booking page's map stands. */
export async function bookingPageJsBytes(base: string, eventId: string): Promise<number> {
  const executablePath = process.env.CHROMIUM_PATH || "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const scripts = new Set<string>();
    let bytes = 0;
    session.on(
      "Network.responseReceived",
      ({ requestId, type }) => void (type === "Script" && scripts.add(requestId)),
    );
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(`${base}/booking/${eventId}`);
    await page.waitForSelector('[data-seat-map="ready"]', { timeout: 60_000 });
    await page.waitForTimeout(1_000);
    return bytes;
  } finally {
    await browser.close();
  }
}
