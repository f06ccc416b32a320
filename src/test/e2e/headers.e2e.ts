import type { Page, Response } from "@playwright/test";
import { enter, eventId, freePair, makeBuyer, openSeats, shown } from "./shop";
import { expect, test } from "./fixtures";

test.setTimeout(300_000);

/** Collects what the page's policy forbade, in every document from now on. */
async function watchPolicy(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction("noteViolation", (words: string) => violations.push(words));
  await page.addInitScript(() => {
    const note = (window as unknown as { noteViolation: (words: string) => void }).noteViolation;
    document.addEventListener("securitypolicyviolation", (event) =>
      note(`${event.effectiveDirective} ${event.blockedURI} on ${location.pathname} (${event.sample})`),
    );
  });
  return violations;
}

function expectHeaders(answer: Response | null, path: string): void {
  const headers = answer?.headers() ?? {};
  expect(headers["content-security-policy"], path).toMatch(/script-src 'nonce-[\w+/=]+' 'strict-dynamic';/);
  expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
  expect(headers["x-content-type-options"], path).toBe("nosniff");
  expect(headers["referrer-policy"], path).toBeTruthy();
  expect(headers["cross-origin-opener-policy"], path).toBe("same-origin");
}

const people = {
  visitor: { email: null, paths: ["/", "/events", "/events?search=veena", "/login", "/register", "/forgot-password"] },
  "the forgetful": { email: null, paths: ["/reset-password?token=x", "/verify-email?token=x"] },
  buyer: { email: "buyer@aisle.test", paths: ["/my-bookings", "/tickets", "/profile", "/notifications", "/events"] },
  organizer: {
    email: "organizer@aisle.test",
    paths: [
      "/organizer/dashboard",
      "/organizer/events/create",
      "/organizer/venues",
      "/organizer/venues/create",
      "/organizer/coupons",
      "/organizer/invoices",
      "/organizer/settlement",
      "/organizer/team",
    ],
  },
  admin: {
    email: "admin@aisle.test",
    paths: ["/admin", "/admin/events", "/admin/money", "/admin/audit-log", "/admin/security", "/admin/integrity", "/admin/outbox"],
  },
};

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const [who, { email, paths }] of Object.entries(people)) {
      test(`no page of ${who} asks for more than its policy allows`, async ({ page }) => {
        const violations = await watchPolicy(page);
        if (email) await enter(page.request, email);
        for (const path of paths) {
          const answer = await page.goto(path);
          expect(answer?.status(), path).toBe(200);
          expectHeaders(answer, path);
          await expect(page.locator("h1").first()).toBeVisible();
          await page.waitForLoadState("networkidle");
          // The script that sets the theme before the first paint has run.
          await expect(page.locator("html")).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
        }
        expect(violations).toEqual([]);
      });
    }
  });
}

test("from the event to the payment, each page under its own policy", async ({ page }) => {
  const violations = await watchPolicy(page);
  await makeBuyer(page.request);
  const id = await eventId(page.request);
  await page.goto(`/events/${id}`);
  await openSeats(page, id);
  const [seat] = await freePair(page);
  await seat.click();
  await shown(page, "Hold 1 seat").click();
  const paying = page.waitForResponse(
    (answer) => /\/payment\//.test(answer.url()) && answer.request().resourceType() === "document",
  );
  await shown(page, "Go to payment").click();
  const policy = (await paying).headers()["content-security-policy"];
  expect(policy).toContain("worker-src 'none'");
  await page.waitForURL(/\/payment\//);
  await expect(page.getByRole("button", { name: /^Pay ₹/ })).toBeEnabled();
  await page.getByRole("link", { name: "Aisle" }).first().click();
  await expect(page.locator("h1").first()).toBeVisible();
  expect(violations).toEqual([]);
});

test("a script without the nonce does not run", async ({ page, complaints }) => {
  const violations = await watchPolicy(page);
  await page.goto("/");
  await page.evaluate(() => {
    const image = document.createElement("img");
    image.setAttribute("onerror", "window.ran = true");
    image.src = "data:,";
    document.body.append(image);
  });
  await expect.poll(() => violations.join()).toContain("script-src-attr");
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  complaints.length = 0;
});

test("pages are read, and what is no address is not there", async ({ request }) => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
    const answer = await request.fetch("/events", { method });
    expect([answer.status(), answer.headers().allow], method).toEqual([405, "GET, HEAD"]);
  }
  for (const path of ["/events/%ff", "/events/%00", "/posters/%00/poster.svg", "/api/events/%00/availability"]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});
