import { expect as expectSoon, expectAccessible, expectFits, PASSWORD, test } from "./fixtures";
import { call, eventId, freePair, makeBuyer, openSeats, payAtTestBank, SHOW, shown } from "./shop";
import type { Page } from "@playwright/test";

test.setTimeout(240_000);

// A bank that answers late takes ten seconds, and a PDF a few more on a busy machine.
const expect = expectSoon.configure({ timeout: 30_000 });

/** One seat on its way to being paid; the page is the payment page. */
async function toPayment(page: Page): Promise<string> {
  await openSeats(page, await eventId(page.request));
  const [seat] = await freePair(page);
  await seat.click();
  await shown(page, "Hold 1 seat").click();
  await shown(page, "Go to payment").click();
  await expect(page.getByRole("heading", { name: "Pay for your seats" })).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

const isPdf = async (page: Page, href: string) => {
  const file = await page.request.get(href);
  expect(file.headers()["content-type"]).toBe("application/pdf");
  expect((await file.body()).toString("latin1", 0, 5)).toBe("%PDF-");
};

test("a coupon, netbanking, and a bank that says yes late", async ({ page, complaints }) => {
  await makeBuyer(page.request);
  const first = await toPayment(page);
  const price = await page.getByRole("button", { name: /^Pay ₹/ }).textContent();
  await page.getByRole("button", { name: "Have a coupon?" }).click();
  await page.getByLabel("Coupon code").fill("welcome10");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText(/^Coupon WELCOME10 takes off ₹/)).toBeVisible();
  // Another price is another booking of the same seat.
  expect(page.url()).not.toContain(first);
  await expect(page.getByRole("button", { name: /^Pay ₹/ })).not.toHaveText(price ?? "");
  await expectFits(page);
  await expectAccessible(page);

  await page.getByRole("radio", { name: "Netbanking" }).click();
  await payAtTestBank(page, "Answer late");
  await expect(page.getByRole("heading", { name: "Your bank is taking its time" })).toBeVisible();
  await expect(page.getByText(/Please don.t pay twice/)).toBeVisible();
  await expectAccessible(page);
  // What is under way outlives a reload; on a slow machine the bank has answered by then.
  await page.reload();
  await expect(page.getByRole("heading", { name: /^(Your bank is taking its time|See you there\.)$/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "See you there." })).toBeVisible();

  const invoice = page.getByRole("link", { name: /^Invoice \w{4}\/\d{4}\/\d{6} ₹/ });
  await expect(invoice).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await isPdf(page, (await invoice.getAttribute("href"))!);
  // "Not yet" is a refusal, and browsers write those down.
  expect(complaints.splice(0).map((complaint) => complaint.replace(/^.*trpc\/([\w.]+).*$/, "$1"))).toEqual(["booking.confirm"]);
});

test("paid by UPI and closed the tab: the webhook finishes it, the invoice and a partial refund follow", async ({ page, browser, baseURL }) => {
  await makeBuyer(page.request);
  const bookingId = await toPayment(page);
  // The browser pays at the bank, and never comes back to say so.
  const { orderId, amountPaise } = await call<{ orderId: string; amountPaise: number }>(page, "payment.createOrder", { bookingId, method: "upi" }, true);
  await call(page, "payment.sandboxPay", { orderId, outcome: "success" }, true);
  await page.goto("/my-bookings");
  await expect(async () => {
    await page.reload();
    await expectSoon(page.getByRole("article", { name: SHOW })).toContainText("Confirmed", { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });

  // Who runs the event gives a part of it back.
  const { bookingNumber, event } = await call<{ bookingNumber: string; event: { id: string } }>(page, "booking.byId", { bookingId });
  const crew = await browser.newContext({ baseURL });
  const desk = await crew.newPage();
  await desk.goto(`/login?callbackUrl=${encodeURIComponent(`/organizer/events/${event.id}?attendee=${bookingNumber}`)}`);
  await desk.getByLabel("Email address").fill("admin@aisle.test");
  await desk.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await desk.getByRole("button", { name: "Sign in", exact: true }).click();
  await desk.getByRole("button", { name: `Booking ${bookingNumber}: money and refunds` }).click();
  const sheet = desk.getByRole("dialog", { name: `Booking ${bookingNumber}` });
  await expect(sheet.getByText(/ by UPI$/)).toBeVisible();
  await expectFits(desk);
  await expectAccessible(desk);
  await sheet.getByLabel("Rupees").fill("10");
  await sheet.getByLabel(/^Why/).fill("The sound failed for a while.");
  await sheet.getByRole("button", { name: "Refund ₹10" }).click();
  await expect(sheet.getByText(/^A part of the price, done/)).toBeVisible();
  await crew.close();

  await page.reload();
  await expect(page.getByText("₹10 went back to the way you paid.")).toBeVisible();
  await page.getByRole("button", { name: "Details" }).click();
  const details = page.getByRole("dialog", { name: SHOW });
  const note = details.getByRole("link", { name: /^Credit note \w{4}\/\d{4}\/C\d{5} ₹10 PDF$/ });
  await expect(note).toBeVisible();
  await expectAccessible(page);
  await isPdf(page, (await note.getAttribute("href"))!);
  expect(amountPaise).toBeGreaterThan(1_000);
});

test("the bank's doors open with its keys alone", async ({ request }) => {
  const forged = await request.post("/api/webhooks/razorpay", {
    data: { event: "payment.captured", payload: {} },
    headers: { "x-razorpay-signature": "0".repeat(64), "x-razorpay-event-id": "forged" },
  });
  expect(forged.status()).toBe(401);
  const faults = await request.put("/api/sandbox/razorpay/v1/sandbox/faults", { data: { rules: [] } });
  expect(faults.status()).toBe(401);
  const invoice = await request.get("/api/invoices/none/pdf");
  expect([401, 404]).toContain(invoice.status());
});
