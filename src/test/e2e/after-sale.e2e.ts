import { readFile } from "node:fs/promises";
import { expect as expectSoon, expectAccessible, expectFits, PASSWORD, test } from "./fixtures";
import { eventId, freePair, makeBuyer, openSeats, payAtTestBank, SHOW, shown } from "./shop";

test.setTimeout(240_000);

// A PDF and a mail are made while one waits.
const expect = expectSoon.configure({ timeout: 30_000 });

test("from the confirmed booking to the tickets at the door and the message", async ({ page, browser, baseURL }) => {
  page.setDefaultTimeout(20_000);
  await makeBuyer(page.request);
  const sound = async () => {
    await expectFits(page);
    await expectAccessible(page);
  };
  await openSeats(page, await eventId(page.request));
  const [first, second] = await freePair(page);
  await first.click();
  await second.click();
  await shown(page, "Hold 2 seats").click();
  await shown(page, "Go to payment").click();
  await page.waitForURL(/\/payment\//);
  await payAtTestBank(page, "Approve");
  await expect(page.getByRole("heading", { name: "See you there." })).toBeVisible();

  await page.getByRole("link", { name: "Tickets for the door" }).click();
  await page.waitForURL(/\/tickets\//);
  await expect(page.getByRole("heading", { level: 1, name: SHOW })).toBeVisible();
  await expect(page.getByRole("article", { name: /^Ticket \d of 2/ })).toHaveCount(2);
  await expect(page.getByRole("img", { name: "The code that is scanned at the door" })).toHaveCount(2);
  await sound();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download PDF" }).click()]);
  expect(file.suggestedFilename()).toMatch(/^aisle-tickets-AIS-\w+\.pdf$/);
  expect((await readFile(await file.path())).toString("latin1", 0, 5)).toBe("%PDF-");
  const [entry] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Add to calendar" }).click()]);
  expect(await readFile(await entry.path(), "utf8")).toContain(`SUMMARY:${SHOW}`);
  const tickets = page.url();

  await page.goto("/notifications");
  await expect(page.getByRole("main").getByText(`You are going to ${SHOW}`)).toBeVisible();
  await sound();
  await page.getByRole("main").getByRole("button", { name: "Mark all read" }).click();
  await expect(page.getByRole("button", { name: "Messages", exact: true })).toBeVisible();

  const stranger = await browser.newContext({ baseURL });
  const another = await stranger.newPage();
  another.setDefaultTimeout(20_000);
  await makeBuyer(stranger.request);
  expect((await another.goto(tickets))?.status()).toBe(404);
  expect((await stranger.request.get(tickets.replace("/tickets/", "/api/tickets/") + "/pdf")).status()).toBe(404);
  expect((await another.goto("/admin/outbox"))?.status()).toBe(403);
  await stranger.close();
});

test("a review of an evening one was at, and the choice of messages", async ({ page }) => {
  await page.goto("/login?callbackUrl=/my-bookings%3Ftab%3Dpast");
  await page.getByLabel("Mail address").fill("buyer@aisle.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/tab=past/);
  await page.getByRole("link", { name: "Write a review" }).first().click();
  await page.waitForURL(/\/events\//);

  const change = page.getByRole("button", { name: "Change my review" });
  const write = page.getByRole("button", { name: "Publish review" });
  await expect(change.or(write)).toBeVisible();
  if (await change.isVisible()) await change.click();
  await page.getByRole("radio", { name: /^4 stars/ }).check({ force: true });
  const words = `The second half stayed with me. ${Date.now()}`;
  await page.getByLabel("In your words").fill(words);
  await page.getByRole("button", { name: /^(Publish review|Save changes)$/ }).click();
  await expect(page.getByRole("main").getByRole("article").filter({ hasText: words }).or(page.getByRole("listitem").filter({ hasText: words })).first()).toBeVisible();

  await page.goto("/profile");
  const reminders = page.getByRole("switch", { name: "Reminders" });
  await expect(reminders).toBeVisible();
  const before = await reminders.isChecked();
  const kept = page.waitForResponse((answer) => answer.url().includes("user.updatePreferences") && answer.ok());
  await reminders.click();
  await kept;
  await page.reload();
  await expect(reminders).toBeChecked({ checked: !before });
  await reminders.click();
});
