import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect as expectSoon, expectAccessible, expectFits, PASSWORD, test } from "./fixtures";
import { enter, eventId, freePair, makeBuyer, openSeats, payAtTestBank, SHOW, shown } from "./shop";

test.setTimeout(240_000);

// A PDF and a mail are made while one waits.
const expect = expectSoon.configure({ timeout: 30_000 });

test("from the confirmed booking to the tickets at the door, the message and the mail", async ({ page, browser, baseURL, complaints }) => {
  page.setDefaultTimeout(20_000);
  const { email } = await makeBuyer(page.request);
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

  // The mail, as an admin sees it where no server sends it.
  const office = await browser.newContext({ baseURL });
  await enter(office.request, "admin@aisle.test");
  await theMailOf(await office.newPage(), email);
  await office.close();

  const stranger = await browser.newContext({ baseURL });
  const another = await stranger.newPage();
  another.setDefaultTimeout(20_000);
  await makeBuyer(stranger.request);
  expect((await another.goto(tickets))?.status()).toBe(404);
  expect((await stranger.request.get(tickets.replace("/tickets/", "/api/tickets/") + "/pdf")).status()).toBe(404);
  expect((await another.goto("/admin/outbox"))?.status()).toBe(403);
  await stranger.close();
  await withoutNetwork(page, tickets);
  // Browsers write down what they could not load.
  expect(complaints.splice(0).filter((complaint) => !complaint.includes("net::ERR_"))).toEqual([]);
});

/** At the venue: the tickets are there, until their buyer signs out on this device. */
async function withoutNetwork(page: Page, tickets: string): Promise<void> {
  const context = page.context();
  await page.goto("/tickets");
  await expect(page.getByRole("main").getByRole("link", { name: SHOW })).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  const kept = () => page.evaluate(async (address) => Boolean(await caches.match(address)), tickets);
  await expect.poll(kept).toBe(true);
  await context.setOffline(true);
  await page.goto(tickets);
  await expect(page.getByRole("img", { name: "The code that is scanned at the door" })).toHaveCount(2);
  await expect(page.getByText(/^Kept on this device/)).toBeVisible();
  await page.getByRole("link", { name: "Your tickets" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: SHOW })).toBeVisible();
  await context.setOffline(false);

  await page.goto("/profile");
  await page.getByRole("main").getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.waitForURL(/\/$/);
  await context.setOffline(true);
  await expect(page.goto(tickets)).rejects.toThrow(/net::ERR_/);
  await context.setOffline(false);
}

/** The confirmation to `email` in the outbox: found, opened, with its attachments and both its faces. */
async function theMailOf(page: Page, email: string): Promise<void> {
  page.setDefaultTimeout(20_000);
  await page.goto(`/admin/outbox?search=${email}`);
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();
  const subject = `You are going to ${SHOW}`;
  const row = page.getByRole("table", { name: "Mails" }).getByRole("row").filter({ hasText: email }).filter({ hasText: subject });
  await expect(row).toHaveCount(1);
  await expectFits(page);
  await expectAccessible(page);
  await row.getByRole("link", { name: subject }).click();
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  await expect(page.getByText(/^aisle-tickets-AIS-\w+\.pdf, \d+ kB$/)).toBeVisible();
  await expect(page.getByText(/\.ics, \d+ kB$/)).toBeVisible();
  // The frame runs no script, so nothing can look into it; what stands in it opens as a page of its own.
  await expectFits(page);
  await expectAccessible(page, { except: "iframe" });
  const html = await page.locator('iframe[title^="Mail: "]').getAttribute("srcdoc");
  const mail = await page.context().newPage();
  await mail.setContent(html ?? "");
  await expect(mail.getByText("The tickets are attached, one page a seat.")).toBeVisible();
  await expect(mail.getByRole("link", { name: "Show my tickets" })).toHaveAttribute("href", /\/tickets\//);
  await expectFits(mail);
  await expectAccessible(mail);
  await mail.close();
  await page.getByRole("tab", { name: "As plain text" }).click();
  await expect(page.getByRole("tabpanel")).toContainText(`${subject}\n\nHello Asha Rao,`);
}

test("a review of an evening one was at, and the choice of messages", async ({ page }) => {
  await page.goto("/login?callbackUrl=/my-bookings%3Ftab%3Dpast");
  await page.getByLabel("Email address").fill("buyer@aisle.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("link", { name: /^(Write a|Change your) review$/ }).first().click();
  await expect(page.getByLabel("Reviews by stars")).toBeVisible();

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

test("the organizer answers a review, an admin takes one down", async ({ page }) => {
  await enter(page.request, "admin@aisle.test");
  // Another's words each time: what was taken down does not come back.
  await page.goto(`/events/${await eventId(page.request, "Dangal under the Stars", "COMPLETED")}#reviews`);
  const reviews = page.locator("#reviews");
  await expect(reviews.getByLabel("Reviews by stars")).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  const count = await reviews.getByRole("button", { name: "Take down" }).count();

  await reviews.getByRole("button", { name: "Answer", exact: true }).first().click();
  const answer = `Thank you for coming. ${Date.now()}`;
  await page.getByLabel("Your answer, for everyone to read").fill(answer);
  await page.getByRole("button", { name: "Publish answer" }).click();
  await expect(reviews.getByText(answer)).toBeVisible();

  await reviews.getByRole("button", { name: "Take down" }).last().click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Reason, as its author reads it").fill("It is about another evening.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Take it down" }).click();
  await expect(reviews.getByRole("button", { name: "Take down" })).toHaveCount(count - 1);
});
