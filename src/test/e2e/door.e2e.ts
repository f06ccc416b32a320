import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { buyTwo } from "./buy-two";
import { expect as expectSoon, expectAccessible, expectFits, test } from "./fixtures";
import { call, enter, eventId, makeBuyer } from "./shop";

test.setTimeout(300_000);
const expect = expectSoon.configure({ timeout: 45_000 });

/** At thirty a second: the ticket before the camera, then long nothing, again and again. */
const SHOWN_FRAMES = 45;
const EMPTY_FRAMES = 400;

test("a ticket is bought, shown, scanned off the screen, refused the second time, and the door goes on without network @phone", async ({ page, browser, baseURL, launchOptions }) => {
  const folder = await mkdtemp(path.join(tmpdir(), "aisle-camera-"));
  let phone: Browser | undefined;
  try {
    await makeBuyer(page.request);
    const event = await eventId(page.request);
    const bookingId = await buyTwo(page, event);
    await page.goto(`/tickets/${bookingId}`);
    const codes = page.getByRole("img", { name: "The code that is scanned at the door" });
    await expect(codes).toHaveCount(2);
    const { tickets } = await call<{ tickets: { code: string; seatLabel: string }[] }>(page, "ticket.list", { bookingId });
    const film = path.join(folder, "camera.mjpeg");
    await writeFile(film, await filmOf(page, await codes.first().screenshot()));

    const office = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
    await enter(office.request, "admin@aisle.test");
    const address = await makeLink(await office.newPage(), event);
    await office.close();

    phone = await chromium.launch({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`],
    });
    const context = await phone.newContext({ baseURL, viewport: { width: 390, height: 844 }, serviceWorkers: "allow" });
    await context.grantPermissions(["camera"], { origin: new URL(baseURL!).origin });
    const door = await context.newPage();
    await door.goto(address);
    await expect.poll(() => new URL(door.url()).hash).toBe("");
    const verdict = door.locator("[data-result]");
    await expect(verdict).toHaveAttribute("data-result", "OK");
    await expect(verdict).toContainText(`seat ${tickets[0]!.seatLabel}`);
    await expectFits(door);
    await expectAccessible(door, { except: "body > :not(main)" });
    // The film begins anew: the same ticket comes once more.
    await expect(verdict).toHaveAttribute("data-result", "ALREADY_USED");
    await expect(verdict).toContainText("You let this one in");

    await offlineReady(door);
    await context.setOffline(true);
    await door.reload();
    const status = door.getByTestId("door-status");
    await expect(status).toHaveAttribute("data-online", "false");
    await typeCode(door, tickets[1]!.code);
    await expect(door.locator('[data-result="OK"][data-by="phone"]')).toContainText(`seat ${tickets[1]!.seatLabel}`);
    await typeCode(door, tickets[0]!.code);
    await expect(door.locator('[data-result="ALREADY_USED"][data-by="phone"]')).toBeVisible();
    await typeCode(door, "A2-NOTATICKET");
    await expect(door.locator('[data-result="NOT_VALID"][data-by="phone"]')).toBeVisible();
    expect(Number(await status.getAttribute("data-waiting"))).toBeGreaterThanOrEqual(3);

    await context.setOffline(false);
    await expect(status).toHaveAttribute("data-waiting", "0");
    await door.getByRole("tab", { name: "Figures" }).click();
    await expect(door.getByRole("row", { name: /^North entrance/ })).toContainText("2");
    await page.goto(`/tickets/${bookingId}`);
    await expect(page.getByText(/^Used at/)).toHaveCount(2);
  } finally {
    await phone?.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function makeLink(page: Page, event: string): Promise<string> {
  await page.goto(`/organizer/events/${event}`);
  await page.getByRole("link", { name: "The door" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The door" })).toBeVisible();
  await page.getByLabel("Gate").fill("North entrance");
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = page.getByTestId("door-address");
  await expect(address).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  return (await address.textContent())!;
}

async function typeCode(door: Page, code: string): Promise<void> {
  await door.getByLabel("Code on the ticket").fill(code);
  await door.getByRole("button", { name: "Check" }).click();
}

/** The page and all it is made of are kept. */
async function offlineReady(door: Page): Promise<void> {
  await door.waitForFunction(async () => {
    const cache = await caches.open("aisle-door-1");
    const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    const scripts = Array.from(document.scripts, ({ src }) => src).filter((src) => src.includes("/_next/static/"));
    return kept.includes(location.pathname) && scripts.every((src) => kept.includes(new URL(src).pathname));
  });
}

/** A film of the picture before a camera, as concatenated JPEGs. */
async function filmOf(page: Page, picture: Buffer): Promise<Buffer> {
  const studio = await page.context().newPage();
  await studio.setViewportSize({ width: 640, height: 480 });
  const frame = async (html: string) => {
    await studio.setContent(`<body style="margin:0;background:#777;display:grid;place-content:center;height:480px">${html}</body>`);
    return studio.screenshot({ type: "jpeg", quality: 90, scale: "css" });
  };
  const shown = await frame(`<img style="height:440px" src="data:image/png;base64,${picture.toString("base64")}">`);
  const empty = await frame("");
  await studio.close();
  return Buffer.concat([...Array<Buffer>(SHOWN_FRAMES).fill(shown), ...Array<Buffer>(EMPTY_FRAMES).fill(empty)]);
}
