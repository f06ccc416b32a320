import sharp from "sharp";
import { expect, expectAccessible, expectFits, PASSWORD, test } from "./fixtures";
import type { Page } from "@playwright/test";
import { buyTwo } from "./buy-two";
import { call, makeBuyer } from "./shop";

/** Signs in and waits for the page behind: for its heading, since its address stands in the login page's own. */
async function signIn(page: Page, email: string, callbackUrl: string, heading: string | RegExp) {
  await page.goto(`/login?callbackUrl=${encodeURIComponent(callbackUrl)}`);
  await page.getByLabel(/mail address/i).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

test("an organizer runs an event from the empty room to the refund", { tag: "@desktop" }, async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const name = `Walk ${Date.now()}`;

  // A venue with three sections, drawn while one types.
  await signIn(page, "organizer@aisle.test", "/organizer/venues/create", "Add a venue");
  await page.getByLabel("Name of the venue").fill(`${name} Hall`);
  await page.getByLabel("City").fill("Pune");
  await page.getByLabel("State").selectOption("Maharashtra");
  await page.getByLabel("Address").fill("1 Lane, Pune");
  for (const section of ["Circle", "Balcony"]) {
    await page.getByRole("button", { name: "Add a section" }).click();
    await page.getByLabel("Section", { exact: true }).last().fill(section);
  }
  await expect(page.getByRole("img", { name: /Stalls, 200 seats.*Circle.*Balcony/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save venue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Venues" })).toBeVisible();

  // An event there, with a picture.
  await page.goto("/organizer/events/create");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.getByText("The title is missing.")).toBeVisible();
  await page.getByLabel("Title", { exact: true }).fill(name);
  await page.getByLabel("Description").fill("An evening made by a browser.");
  const picture = await sharp({ create: { width: 600, height: 800, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
  await page
    .getByLabel(/^Poster/)
    .setInputFiles({ name: "poster.png", mimeType: "image/png", buffer: picture });
  await expect(page.locator('img[src^="/api/uploads/"]')).toBeVisible();
  await page.getByLabel("Venue", { exact: true }).selectOption({ label: `${name} Hall, Pune` });
  await page.getByLabel("Starts").fill(inDays(20));
  await page.getByLabel(/^Base price/).fill("500");
  await expect(page.getByRole("cell", { name: "₹590" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Edit event" })).toBeVisible();
  await expect(page.getByText("Nothing is missing.")).toBeVisible();
  await expectAccessible(page);

  // A row is kept from sale and given back, all but one seat of it.
  await expect(page.locator('[data-seat-map="ready"]')).toBeVisible();
  await page.getByRole("tab", { name: "List" }).click();
  await page.getByRole("button", { name: "Row A", exact: true }).click();
  await page.getByRole("button", { name: "Block 20 seats" }).click();
  await expect(page.getByRole("button", { name: "Row A, seat 20, blocked" })).toBeVisible();
  await page.getByRole("button", { name: "Row A", exact: true }).click();
  await page.getByRole("button", { name: "Row A, seat 1, blocked" }).click();
  await page.getByRole("button", { name: "Give back 19 seats" }).click();
  await expect(page.getByRole("button", { name: "Row A, seat 20, for sale" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Row A, seat 1, blocked" })).toBeVisible();
  await page.getByRole("button", { name: "Publish event" }).click();
  await expect(page.getByText("This event is published")).toBeVisible();
  const eventId = page.url().split("/").at(-2)!;

  // A buyer takes two seats.
  const shop = await browser.newContext({ baseURL });
  const buyer = await shop.newPage();
  const { email } = await makeBuyer(buyer.request);
  const booking = await buyTwo(buyer, eventId);

  // The organizer sees the sale, and takes the list along.
  await page.goto(`/organizer/events/${eventId}`);
  await expect(page.getByRole("table", { name: "Attendees" }).getByRole("row")).toHaveCount(3);
  await expectAccessible(page);
  const [list] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download as CSV" }).click(),
  ]);
  const csv = (await list.createReadStream().then(readAll)).trim();
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv).toContain(email);

  // It is called off, after saying what that gives back.
  await page.getByRole("button", { name: "Cancel event" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText("1 booking with 2 tickets end; ₹1,180 goes back in full.")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel and refund ₹1,180" }).click();
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();

  // How far the refunds have come outlives a reload.
  await page.reload();
  await expect(page.getByText("1 booking of 1 ended")).toBeVisible();

  // The buyer sees the refund and the message.
  await expect(async () => {
    const refunds = await call<{ status: string }>(buyer, "booking.byId", { bookingId: booking });
    expect(["CANCELLED", "REFUNDED"]).toContain(refunds.status);
  }).toPass({ timeout: 60_000 });
  await buyer.goto("/my-bookings?tab=ended");
  await expect(buyer.getByRole("heading", { level: 1, name: "My bookings" })).toBeVisible();
  const ended = buyer.getByRole("main");
  await expect(ended.getByText(name).first()).toBeVisible();
  await expect(ended.getByText(/₹1,180/).first()).toBeVisible();
  await buyer.goto("/notifications");
  await expect(buyer.getByRole("heading", { level: 1, name: "Messages" })).toBeVisible();
  await expect(buyer.getByText(`${name} will not take place`).first()).toBeVisible();
  await expect(buyer.getByText(/₹1,180 for booking .* goes back to the way you paid/).first()).toBeVisible();

  // The mail that says so waits in the outbox.
  const office = await browser.newContext({ baseURL });
  const admin = await office.newPage();
  await signIn(admin, "admin@aisle.test", "/admin/outbox", "Outbox");
  await admin.goto(`/admin/outbox?search=${email}`);
  await admin.getByRole("link", { name: `${name} will not take place` }).click();
  await expect(admin.getByText(email).first()).toBeVisible();
  await office.close();
  await shop.close();
});

test("the organizer's and the admin's pages fit the screen and are for all", async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, "admin@aisle.test", "/admin", "People");
  for (const path of [
    "/admin",
    "/admin/events",
    "/admin/audit-log",
    "/admin/security",
    "/admin/integrity",
    "/admin/money",
    "/organizer/dashboard",
    "/organizer/venues",
    "/organizer/venues/create",
    "/organizer/events/create",
    "/organizer/coupons",
    "/organizer/invoices",
    "/organizer/settlement",
    "/organizer/team",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expectFits(page);
    await expectAccessible(page);
  }
});

test("the crew's doors are shut to others", async ({ page, request, complaints }) => {
  const away = await request.get("/organizer/dashboard", { maxRedirects: 0 });
  expect(away.headers().location).toContain("/login?callbackUrl=%2Forganizer%2Fdashboard");
  await signIn(page, "buyer@aisle.test", "/my-bookings", "My bookings");
  for (const path of ["/organizer/dashboard", "/organizer/venues", "/admin", "/admin/audit-log"]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole("heading", { name: "This door is for the crew" })).toBeVisible();
  }
  // The browser tells of each 403 by itself.
  complaints.splice(0, complaints.length, ...complaints.filter((words) => !words.includes("403")));
});

function inDays(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return `${at.toISOString().slice(0, 10)}T19:30`;
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const piece of stream) text += String(piece);
  return text;
}
