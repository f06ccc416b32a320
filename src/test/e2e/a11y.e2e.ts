import { seatName } from "~/domain/seating/seat-name";
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, test } from "./fixtures";
import { eventId, freePair, makeBuyer, openSeats, SHOW, shown } from "./shop";

test.setTimeout(300_000);

test("by keyboard alone: from the event to the tickets in at most 45 presses @desktop", async ({ page }) => {
  await makeBuyer(page.request);
  const keys = countedKeys(page);
  await page.goto(`/events/${await eventId(page.request)}`);
  const way = page.getByRole("link", { name: "Choose seats" }).filter({ visible: true });
  await expect(way).toBeVisible();
  await keys.press("Tab");
  await keys.press("Enter");
  await keys.reach(way);
  await page.waitForURL(/\/booking\//);
  await expect(shown(page, "Best available")).toBeEnabled();
  await keys.reach(shown(page, "Best available"));
  await expect(page.getByRole("dialog", { name: "Best available" })).toBeVisible();
  await keys.reach(shown(page, "Hold 2 seats"));
  await expect(shown(page, "Go to payment")).toBeEnabled();
  await keys.reach(shown(page, "Go to payment"));
  await page.waitForURL(/\/payment\//);
  await expect(page.getByRole("heading", { name: "Pay for your seats" })).toBeFocused();
  await expect(shown(page, /^Pay ₹/)).toBeEnabled();
  await keys.reach(shown(page, /^Pay ₹/));
  await expect(page.getByRole("dialog", { name: "Test bank" })).toBeVisible();
  await keys.reach(shown(page, /^Approve/));
  await expect(page.getByRole("heading", { name: "See you there." })).toBeFocused();
  expect(keys.count()).toBeLessThanOrEqual(45);
});

/** A keyboard that counts what is pressed on it. */
function countedKeys(page: Page) {
  let count = 0;
  const press = async (key: string) => {
    count += 1;
    await page.keyboard.press(key);
  };
  return {
    press,
    count: () => count,
    /** By Tab to where `target` is, and Enter. */
    reach: async (target: Locator) => {
      const isThere = () => target.evaluate((element) => element === document.activeElement);
      for (let i = 0; i < 45 && !(await isThere()); i++) await press("Tab");
      await expect(target).toBeFocused();
      await press("Enter");
    },
  };
}

test("seeing nothing: two seats side by side under a price, by roles and names alone @desktop", async ({ page }) => {
  await makeBuyer(page.request);
  await page.goto(`/booking/${await eventId(page.request)}`);
  await page.getByRole("tab", { name: "List" }).click();
  // A purse for the cheapest section that has seats, as its heading says.
  const headings = page.getByRole("button", { name: /\d+ of \d+ free/ });
  await expect(headings.first()).toBeVisible();
  const said = await headings.allInnerTexts();
  const priceIn = (words: string) => Number(/₹([\d,.]+)/.exec(words)![1]!.replace(/,/g, ""));
  const most = Math.min(...said.map(priceIn));
  const heading = headings.nth(said.findIndex((words) => priceIn(words) === most));
  if ((await heading.getAttribute("aria-expanded")) === "false") await heading.press("Enter");
  await expect(heading).toHaveAttribute("aria-expanded", "true");
  const free = /^Row (\S+) seat (\d+), ([\d.,]+) rupees.*, available$/;
  await expect(page.getByRole("button", { name: free }).first()).toBeVisible();
  const names = await page.getByRole("button", { name: free }).evaluateAll((seats) => seats.map((seat) => seat.getAttribute("aria-label") ?? ""));
  const seats = names.map((name) => {
    const [, row, seat, rupees] = free.exec(name)!;
    return { name, row, seat: Number(seat), rupees: Number(rupees!.replace(/,/g, "")) };
  });
  expect(seats.every(({ rupees }) => rupees <= most)).toBe(true);
  const isFree = (row: string | undefined, seat: number) => seats.some((one) => one.row === row && one.seat === seat);
  const first = seats.find(({ row, seat }) => [0, 1, 2, 3].every((step) => isFree(row, seat + step)))!;
  const second = seats.find(({ row, seat }) => row === first.row && seat === first.seat + 1)!;
  for (const { name } of [first, second]) await page.getByRole("button", { name, exact: true }).press("Enter");

  await page.getByRole("button", { name: "Hold 2 seats" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "held for you" }).first()).toContainText([first, second].map(({ row, seat }) => seatName(row!, `${seat}`)).join(" and "));
  await page.getByRole("button", { name: "Go to payment" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Pay for your seats" })).toBeFocused();
  await page.getByRole("radio", { name: "UPI" }).press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Card" })).toBeChecked();
  await page.getByRole("button", { name: /^Pay ₹/ }).press("Enter");
  await page.getByRole("dialog", { name: "Test bank" }).getByRole("button", { name: /^Approve/ }).press("Enter");
  await expect(page.getByRole("heading", { name: "See you there." })).toBeFocused();
  for (const { row, seat } of [first, second]) await expect(page.getByRole("article", { name: new RegExp(`row ${row} ` + `seat ${seat},`) })).toBeVisible();
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("the kit in each of its states, and no two states of a seat alike where the system dictates colours @desktop", async ({ page }, info) => {
    await page.goto("/dev/gallery");
    await expect(page.getByRole("heading", { level: 1, name: "The kit" })).toBeVisible();
    await expectFits(page);
    await expectAccessible(page);
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await info.attach(`kit, ${scheme}`, { body: await page.screenshot({ fullPage: true }), contentType: "image/png" });
    }
    await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--ink"))).toBe("CanvasText");
    await info.attach("kit, forced colours", { body: await page.screenshot({ fullPage: true }), contentType: "image/png" });
    const shapes = await page.locator('[data-component="Seats"] [data-shape]').all();
    const pictures = await Promise.all(shapes.map(async (shape) => (await shape.screenshot({ animations: "disabled" })).toString("base64")));
    expect(pictures.length).toBeGreaterThanOrEqual(6);
    expect(new Set(pictures).size).toBe(pictures.length);
    await page.emulateMedia({ colorScheme: "dark", forcedColors: null });
  });

  test("every page of the way stands up to axe, menus open too", async ({ page }) => {
    await makeBuyer(page.request);
    const id = await eventId(page.request);
    const sound = async () => {
      await expectFits(page);
      await expectAccessible(page);
    };
    for (const path of ["/", "/events", `/events/${id}`]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await sound();
    }
    for (const name of ["Colour theme", /^Account of/]) {
      const button = shown(page, name);
      if ((await button.count()) === 0) continue;
      await button.click();
      await expect(page.getByRole("menu")).toBeVisible();
      await sound();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("menu")).toBeHidden();
    }
    await openSeats(page, id);
    const [seat] = await freePair(page);
    await seat.click();
    await sound();
    await shown(page, "Hold 1 seat").click();
    await expect(shown(page, "Go to payment")).toBeEnabled();
    await sound();
    await shown(page, "Go to payment").click();
    await page.waitForURL(/\/payment\//);
    await expect(page.getByRole("button", { name: /^Pay ₹/ })).toBeEnabled();
    await sound();

    await page.goto("/my-bookings");
    await expect(page.getByRole("article", { name: SHOW })).toContainText("Waiting for payment");
    await sound();
    await page.getByRole("button", { name: "Details" }).click();
    await expect(page.getByRole("dialog", { name: SHOW })).toBeVisible();
    await sound();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Let the seats go" }).click();
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await sound();
    await page.getByRole("button", { name: /^Let 1 seat go/ }).click();
    await expect(page.getByText("Nothing planned yet")).toBeVisible();
    await sound();
  });
});

test("what is not there, or another's, is the house's 404", async ({ page, browser, baseURL, complaints }) => {
  await makeBuyer(page.request);
  const id = await eventId(page.request);
  await openSeats(page, id);
  const [seat] = await freePair(page);
  await seat.click();
  await shown(page, "Hold 1 seat").click();
  await shown(page, "Go to payment").click();
  await page.waitForURL(/\/payment\//);
  const address = page.url();

  const stranger = await browser.newContext({ baseURL });
  const other = await stranger.newPage();
  await other.goto(address);
  await expect(other).toHaveURL(/\/login\?callbackUrl=%2Fpayment%2F/);
  await makeBuyer(stranger.request);
  for (const path of [address, "/payment/no-such-booking", "/booking/no-such-event"]) {
    const answer = await other.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(other.getByRole("heading", { name: "This row isn't on the plan" })).toBeVisible();
  }
  await stranger.close();
  expect(complaints).toEqual([]);
});
