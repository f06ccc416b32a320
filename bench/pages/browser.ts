import { chromium, type Browser } from "@playwright/test";

/** A Chromium as a visitor has it: with the memory of pages gone by, which Playwright's own arguments take away. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
}
