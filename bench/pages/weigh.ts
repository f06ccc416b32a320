import type { BrowserContext, Page } from "@playwright/test";

/** What a browser with an empty cache loads for one page; bytes as they came over the wire, headers included. */
export type Weight = { jsBytes: number; fontBytes: number; bytes: number; requests: number };

/** Opens `url` on a page of its own with nothing kept and weighs all that it loads until the network rests. */
export async function weigh(context: BrowserContext, url: string, ready = "h1"): Promise<Weight> {
  const page = await context.newPage();
  try {
    const weight = await watch(page);
    await page.goto(url);
    await page.locator(ready).first().waitFor({ timeout: 60_000 });
    await page.waitForLoadState("networkidle");
    return weight;
  } finally {
    await page.close();
  }
}

async function watch(page: Page): Promise<Weight> {
  const weight: Weight = { jsBytes: 0, fontBytes: 0, bytes: 0, requests: 0 };
  const kinds = new Map<string, string>();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  session.on("Network.responseReceived", ({ requestId, type }) => void kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    weight.requests += 1;
    weight.bytes += encodedDataLength;
    if (kind === "Script") weight.jsBytes += encodedDataLength;
    if (kind === "Font") weight.fontBytes += encodedDataLength;
  });
  return weight;
}
