import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

export const PASSWORD = "aisle-demo-1";

type Watched = {
  /** What the browser complained about in this test; must be empty at its end. */
  complaints: string[];
};

/** Playwright's `test`, on the product that the run started: every console error and page error fails the test. */
export const test = base.extend<Watched>({
  baseURL: async ({}, use) => {
    await use(process.env.AISLE_E2E_URL);
  },
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error")
          complaints.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => complaints.push(`page: ${error.error().message}`));
      await use(complaints);
      expect(complaints, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * No axe violation of WCAG level A or AA on the page as it stands, once it has come: its title and its heading are
 * streamed after the address has changed. `except` is a selector of what cannot be looked into.
 */
export async function expectAccessible(page: Page, { except }: { except?: string } = {}): Promise<void> {
  await expect(page).toHaveTitle(/\S/);
  await expect(page.locator("h1").first()).toBeAttached();
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  const { violations } = await (except ? axe.exclude(except) : axe).analyze();
  const words = violations.map(
    (violation) =>
      `${violation.id}: ${violation.help}\n${violation.nodes.map((node) => `    ${node.html}\n    ${node.failureSummary}`).join("\n")}`,
  );
  expect(words, `accessibility of ${page.url()}`).toEqual([]);
}

/** No part of the page is wider than the screen. */
export async function expectFits(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `pixels that ${page.url()} is too wide`).toBeLessThanOrEqual(0);
}
