import type { Browser } from "@playwright/test";
import { expect, test } from "./fixtures";
import { eventId, freePair, makeBuyer, openSeats, shown } from "./shop";

/** A browser of its own, signed in as a person of its own, at the seats of the show. */
async function openRival(browser: Browser, baseURL: string | undefined, id: string) {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await makeBuyer(context.request);
  await openSeats(page, id);
  return { page, faults, close: () => context.close() };
}

test("two browsers want one seat: one holds it, the other is told at once and gets the next", async ({
  browser,
  baseURL,
  request,
}) => {
  const id = await eventId(request);
  const [one, two] = await Promise.all([openRival(browser, baseURL, id), openRival(browser, baseURL, id)]);
  const [seat, next] = await freePair(one.page);
  const wanted = await seat.getAttribute("data-seat");
  const beside = await next.getAttribute("data-seat");
  const at = (page: typeof one.page, seatId: string | null) => page.locator(`[data-seat="${seatId}"]`);
  const name = await seat.getAttribute("title");
  const pages = [one.page, two.page];

  for (const page of pages) await at(page, wanted).click();
  await Promise.all(pages.map((page) => shown(page, "Hold 1 seat").click()));

  const won = (page: typeof one.page) => at(page, wanted).getAttribute("data-state");
  await expect
    .poll(async () => (await Promise.all(pages.map(won))).sort())
    .toEqual(["held", "mine"]);
  const loser = (await won(one.page)) === "mine" ? two.page : one.page;

  await expect(loser.getByRole("status").filter({ hasText: `Someone was quicker with ${name}.` })).toHaveCount(1);
  await at(loser, beside).click();
  await shown(loser, "Hold 1 seat").click();
  await expect(at(loser, beside)).toHaveAttribute("data-state", "mine");
  // What one does, the other sees, with nobody pressing anything.
  const winner = loser === one.page ? two.page : one.page;
  await expect(at(winner, beside)).toHaveAttribute("data-state", "held", { timeout: 30_000 });

  expect([...one.faults, ...two.faults]).toEqual([]);
  await Promise.all([one.close(), two.close()]);
});

test("a hold is the person's, not the tab's", async ({ page, context }) => {
  await makeBuyer(context.request);
  const id = await eventId(context.request);
  await openSeats(page, id);
  const [seat] = await freePair(page);
  const wanted = await seat.getAttribute("data-seat");
  await seat.click();
  await shown(page, "Hold 1 seat").click();
  await expect(shown(page, "Go to payment")).toBeEnabled();

  const second = await context.newPage();
  await openSeats(second, id);
  await expect(second.locator(`[data-seat="${wanted}"]`)).toHaveAttribute("data-state", "mine");
  await expect(second.getByRole("timer").filter({ visible: true }).first()).toHaveText(/^(10:00|09:\d\d)$/);
});
