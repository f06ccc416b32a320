import { expect, expectAccessible, expectFits, test } from "./fixtures";
import { freePair, makeBuyer, openSeats, payAtTestBank, SHOW, showList, shown, eventId } from "./shop";

test.setTimeout(180_000);

test("from Home to a confirmed booking", async ({ page, request }) => {
  const { email, password } = await makeBuyer(request, { signIn: false });
  const sound = async () => {
    await expectFits(page);
    await expectAccessible(page);
  };

  await page.goto("/");
  await expect(page.getByRole("search")).toBeVisible();
  await sound();
  await page.getByLabel("What").fill(SHOW);
  await page.getByRole("button", { name: "Find seats" }).click();
  await page.waitForURL(/\/events\?.*search=/);
  await sound();

  await page.getByRole("main").getByRole("link", { name: SHOW }).first().click();
  await page.waitForURL(/\/events\/[^?]+$/);
  await expect(page.getByRole("heading", { level: 1, name: SHOW })).toBeVisible();
  await sound();
  await page.getByRole("link", { name: "Choose seats" }).filter({ visible: true }).first().click();

  await page.waitForURL(/\/booking\//);
  await showList(page);
  const [first, second] = await freePair(page);
  const names = await Promise.all([first, second].map((seat) => seat.getAttribute("title")));
  await first.click();
  await second.click();
  await sound();
  await shown(page, "Hold 2 seats").click();

  await page.waitForURL(/\/login\?callbackUrl=/);
  await expect(page.getByText("One step before we hold your seats")).toBeVisible();
  await sound();
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();

  // Back at the seats, the hold that was pressed is made by itself.
  await page.waitForURL(/\/booking\//);
  const goOn = shown(page, "Go to payment");
  await expect(goOn).toBeEnabled();
  await expect(page.getByRole("timer").filter({ visible: true }).first()).toHaveText(/^(10:00|09:\d\d)$/);
  await page.reload();
  await expect(goOn).toBeEnabled();
  await sound();
  await goOn.click();

  await page.waitForURL(/\/payment\//);
  await expect(page.getByRole("heading", { name: "Pay for your seats" })).toBeVisible();
  await sound();
  await page.getByRole("radio", { name: "Card" }).click();
  await page.getByRole("button", { name: /^Pay ₹/ }).click();
  await expect(page.getByRole("dialog", { name: "Test bank" })).toBeVisible();
  await sound();
  await page.getByRole("button", { name: /^Approve/ }).click();

  await expect(page.getByRole("heading", { name: "See you there." })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(2);
  await sound();
  await page.reload();
  await expect(page.getByRole("heading", { name: "See you there." })).toBeVisible();

  await page.getByRole("main").getByRole("link", { name: "My bookings" }).click();
  const card = page.getByRole("article", { name: SHOW });
  await expect(card).toContainText("Confirmed");
  await expect(card).toContainText(`${names[0]} and ${names[1]}`);
  await sound();
});

test("a coupon, a bank that declines, a cancellation", async ({ page, complaints }) => {
  await makeBuyer(page.request);
  await openSeats(page, await eventId(page.request));
  const [seat] = await freePair(page);
  await seat.click();
  await shown(page, "Hold 1 seat").click();
  await shown(page, "Go to payment").click();
  await page.waitForURL(/\/payment\//);

  await page.getByRole("button", { name: "Have a coupon?" }).click();
  await page.getByLabel("Coupon code").fill("no-such-coupon");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("There is no coupon NO-SUCH-COUPON.")).toBeVisible();

  await payAtTestBank(page, "Decline");
  await expect(page.getByText("Your bank declined the payment.")).toBeVisible();
  await payAtTestBank(page, "Approve");
  await expect(page.getByRole("heading", { name: "See you there." })).toBeVisible();

  await page.goto("/my-bookings");
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await expect(page.getByRole("alertdialog")).toContainText(/you get ₹[\d,.]+ back/);
  await page.getByRole("button", { name: /^Cancel, get ₹/ }).click();
  await expect(page.getByText("Nothing planned yet")).toBeVisible();
  await page.getByRole("link", { name: "Cancelled & expired" }).click();
  await expect(page.getByRole("article", { name: SHOW })).toContainText("Cancelled");

  // Browsers write down every refusal that came over the wire: these two, and no other, were asked for.
  const refusals = complaints.splice(0).map((complaint) => complaint.replace(/^.*trpc\/([\w.]+).*$/, "$1"));
  expect(refusals).toEqual(["booking.create", "booking.confirm"]);
});
