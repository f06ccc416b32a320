import { expect, expectAccessible, expectFits, test } from "./fixtures";
import { eventId, freePair, makeBuyer, openSeats, SHOW, shown } from "./shop";

test.setTimeout(180_000);

test.describe("by keyboard alone", () => {
  test("from the seats to the tickets", async ({ page }) => {
    await makeBuyer(page.request);
    await openSeats(page, await eventId(page.request));
    const [seat, next] = await freePair(page);
    // One stop for Tab in the whole section; from there by arrows, as far as it takes.
    const stop = page.locator('[data-seat][tabindex="0"]');
    await expect(stop).toHaveCount(1);
    await stop.focus();
    const [from, to] = await Promise.all([stop.getAttribute("data-seat"), seat.getAttribute("data-seat")]);
    const steps = await page.locator("[data-seat]").evaluateAll(
      (seats, [from, to]) => {
        const rows = [...new Set(seats.map((element) => element.parentElement))];
        const rowOf = (id?: string | null) =>
          rows.indexOf(seats.find((element) => (element as HTMLElement).dataset.seat === id)?.parentElement ?? null);
        return rowOf(to) - rowOf(from);
      },
      [from, to],
    );
    for (let i = 0; i < Math.abs(steps); i++) await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
    await page.keyboard.press("Home");
    for (let i = 0; i < 80 && !(await seat.evaluate((element) => element === document.activeElement)); i++) {
      await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press("Space");
    await expect(seat).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(next).toHaveAttribute("aria-pressed", "true");

    const press = async (name: string | RegExp) => {
      const button = shown(page, name);
      await expect(button).toBeEnabled();
      await button.focus();
      await page.keyboard.press("Enter");
    };
    await press("Hold 2 seats");
    await press("Go to payment");
    await page.waitForURL(/\/payment\//);
    await page.getByRole("radio", { name: "UPI" }).focus();
    // As long as a finger takes: a radio is chosen while the arrow is down.
    await page.keyboard.press("ArrowDown", { delay: 120 });
    await expect(page.getByRole("radio", { name: "Card" })).toBeChecked();
    await press(/^Pay ₹/);
    await expect(page.getByRole("dialog", { name: "Test bank" })).toBeVisible();
    await press(/^Approve/);
    await expect(page.getByRole("heading", { name: "See you there." })).toBeFocused();
  });
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("every page of the way stands up to axe", async ({ page }) => {
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
