import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, test } from "./fixtures";

const SHOW = "Veena by Lamplight";
const shows = (page: Page) => page.getByRole("main").getByRole("link", { name: SHOW });

test("a search forgives, and every filter stands in the address", async ({ page }, info) => {
  const phone = info.project.name === "phone";
  /** Filters are behind one button on a phone, each behind its own elsewhere. */
  const open = (name: RegExp) => page.getByRole("button", { name: phone ? /^Filters/ : name }).click();
  const close = () => page.keyboard.press("Escape");
  const address = (part: RegExp) => expect(page).toHaveURL(part);

  await page.goto("/events");
  // Typed as soon as it is there, which may be before the page listens.
  await expect(async () => {
    await page.getByRole("textbox", { name: "Search events" }).fill("");
    await page.getByRole("textbox", { name: "Search events" }).fill("veina lampligth");
    await expect(page).toHaveURL(/search=veina/, { timeout: 3_000 });
  }).toPass();
  await expect(page.getByRole("status")).toContainText("This is what there is for “veena lamplight”: 1 event");
  await expect(shows(page).first()).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Search events" }).fill("veena");
  await address(/search=veena(&|$)/);

  await open(/^Price/);
  await page.getByRole("slider", { name: "Highest price" }).press("ArrowLeft");
  await address(/maxPrice=7500/);
  await page.getByRole("slider", { name: "Lowest price" }).press("ArrowRight");
  await address(/minPrice=100/);
  await close();

  await open(/^Date/);
  await page.getByRole("button", { name: "This weekend" }).click();
  await address(/dateFrom=\d{4}-\d{2}-\d{2}&dateTo=/);
  await page.getByRole("button", { name: "Any date", exact: true }).click();
  await expect(page).not.toHaveURL(/dateFrom/);
  await close();

  if (phone) await open(/^Filters/);
  const order = page.getByRole("combobox", { name: "Order" }).filter({ visible: true });
  await expect(order).toHaveValue("match");
  await order.selectOption("Cheapest first");
  await address(/sort=price/);
  if (phone) await close();
  const wanted = page.url();
  await page.reload();
  await expect(shows(page).first()).toBeVisible();
  expect(page.url()).toBe(wanted);

  await page.goto("/events?when=weekend");
  await address(/\/events\?dateFrom=\d{4}-\d{2}-\d{2}&dateTo=\d{4}-\d{2}-\d{2}$/);
});
