import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, PASSWORD, test } from "./fixtures";
import { makeBuyer } from "./shop";

type Item = { id: string; title: string; seatCount?: number; venue?: { name: string } };

/** Demo events on sale, by what their venue is called. */
async function eventAt(page: Page, venue: RegExp): Promise<Item> {
  const input = encodeURIComponent(JSON.stringify({ json: { limit: 100 } }));
  const answer = await page.request.get(`/api/trpc/event.list?input=${input}`);
  const { items } = (await answer.json()).result.data.json as { items: Item[] };
  return items.find((item) => venue.test(item.venue?.name ?? "")) ?? items[0]!;
}

async function signIn(page: Page, back: string): Promise<void> {
  await page.goto(`/login?callbackUrl=${encodeURIComponent(back)}`);
  await page.getByRole("textbox", { name: /mail address/i }).fill("buyer@aisle.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
}

const map = (page: Page) => page.getByRole("application", { name: "Seat map" });

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/booking/${id}`);
  await expect(page.locator('[data-seat-map="ready"]')).toBeVisible({ timeout: 30_000 });
}

test("an arena's map is accessible, fits, and gives way to the list", async ({ page }) => {
  const { id } = await eventAt(page, /dome/i);
  await open(page, id);
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("tab", { name: "List" }).click();
  await expect(page.getByRole("button", { name: /free|Sold out/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("tab", { name: "List" })).toHaveAttribute("aria-selected", "true");
});

test("a press on a section flies there, a press on a seat takes it and the next lets it go", { tag: "@desktop" }, async ({
  page,
}) => {
  const { id } = await eventAt(page, /rangamancha/i);
  await open(page, id);
  await map(page).focus();
  await page.keyboard.press("ArrowRight");
  const frame = (await map(page).boundingBox())!;
  // Where the flight ends, the tip is in sight.
  const tipAt = async () => (await page.getByRole("tooltip").boundingBox())?.y ?? -1;
  await expect.poll(tipAt).toBeGreaterThan(frame.y);
  await page.keyboard.press("Enter");
  const order = page.getByRole("complementary", { name: "Your order" });
  await expect(order.getByRole("button", { name: /^Hold 1 seat/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(order.getByText("No seats yet")).toBeVisible();
  await page.keyboard.press("0");
  await page.getByRole("group", { name: "Show only these prices" }).getByRole("button").first().click();
  await expect(
    page.getByRole("group", { name: "Show only these prices" }).getByRole("button").first(),
  ).toHaveAttribute("aria-pressed", "true");
});

test("a finger flies to a seat first, and then takes it", { tag: "@phone" }, async ({ page }) => {
  const { id } = await eventAt(page, /talkies|screens/i);
  await open(page, id);
  const box = (await map(page).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.touchscreen.tap(x, y);
  // The first tap only comes nearer. In the very middle there may be a gangway.
  const around = [0, 34, -34].flatMap((right) => [0, 17, 34, -17].map((down) => [x + right, y + down] as const));
  let at = 0;
  await expect(async () => {
    const [right, down] = around[at++ % around.length]!;
    await page.touchscreen.tap(right, down);
    await expect(page.getByText(/Row .+, seat \d+/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectFits(page);
  await expectAccessible(page);
});

/** Chooses the free seat nearest to the middle by keyboard; answers its id. */
async function chooseOnMap(page: Page, id: string): Promise<string> {
  await map(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("[data-seat-map] [role=status]")).toContainText(/available/i);
  await page.keyboard.press("Enter");
  const chosen = () => page.evaluate((key) => sessionStorage.getItem(key), `aisle:seats:${id}`);
  await expect.poll(chosen).toContain("chosen");
  return (JSON.parse((await chosen())!) as { chosen: string[] }).chosen.at(-1)!;
}

test("a seat that goes to someone else is told in words, and on the map where it was", { tag: "@desktop" }, async ({
  page,
  browser,
}) => {
  const { id } = await eventAt(page, /rangamancha/i);
  await open(page, id);
  const seatId = await chooseOnMap(page, id);
  const rival = await browser.newContext({ baseURL: new URL(page.url()).origin });
  await makeBuyer(rival.request);
  const held = await rival.request.post("/api/trpc/seatLock.hold", {
    data: { json: { eventId: id, seatIds: [seatId] } },
  });
  expect(held.ok(), await held.text()).toBe(true);
  await expect(page.getByText(/^[A-Z]+\d+ just went$/)).toBeVisible();
  await expect(page.getByText(/^Someone was quicker with [A-Z]+\d+\./).first()).toBeVisible();
  await expect(
    page.getByRole("complementary", { name: "Your order" }).getByText("No seats yet"),
  ).toBeVisible();
  await rival.request.post("/api/trpc/seatLock.release", { data: { json: { eventId: id } } });
  await rival.close();
});

test("the countdown outlives a reload and runs in a second tab", { tag: "@desktop" }, async ({ page, context }) => {
  await makeBuyer(context.request);
  const { id } = await eventAt(page, /rangamancha/i);
  await open(page, id);
  await chooseOnMap(page, id);
  await page.getByRole("button", { name: "Hold 1 seat" }).filter({ visible: true }).click();
  const timer = (of: Page) => of.getByRole("timer").filter({ visible: true }).first();
  const left = async (of: Page) => {
    const [minutes, seconds] = ((await timer(of).textContent()) ?? "").split(":").map(Number);
    return minutes! * 60 + seconds!;
  };
  await expect.poll(() => left(page)).toBeLessThan(599);
  const before = await left(page);
  await page.reload();
  await expect.poll(() => left(page)).toBeLessThanOrEqual(before);
  const second = await context.newPage();
  await open(second, id);
  await expect.poll(async () => Math.abs((await left(second)) - (await left(page)))).toBeLessThan(3);
  await context.request.post("/api/trpc/seatLock.release", { data: { json: { eventId: id } } });
});

test("the whole way to payment by keyboard alone, on the map", { tag: "@desktop" }, async ({ page }) => {
  const { id } = await eventAt(page, /rangamancha/i);
  await signIn(page, `/booking/${id}`);
  await open(page, id);
  // Nothing is left over from another run.
  const before = page
    .getByRole("complementary", { name: "Your order" })
    .getByRole("button", { name: /^Let (this seat|all seats) go/ });
  if (await before.isVisible()) await before.press("Enter");

  const here = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
    );
  const tabTo = async (wanted: RegExp) => {
    for (let i = 0; i < 60; i += 1) {
      if (wanted.test(await here())) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never came to ${wanted}`);
  };
  await tabTo(/^Seat map$/);
  await page.keyboard.press("ArrowRight");
  const cursor = page.locator("[data-seat-map] [role=status]");
  await expect(cursor).toContainText(/row .+, seat \d+, .+, available/);
  await page.keyboard.press("Enter");
  const hold = page
    .getByRole("complementary", { name: "Your order" })
    .getByRole("button", { name: "Hold 1 seat" });
  await expect(hold).toBeVisible();
  await tabTo(/^Hold 1 seat$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("timer").first()).toBeVisible();
  await tabTo(/^Go to payment/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/payment\//);
});
