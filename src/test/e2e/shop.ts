import { randomUUID } from "node:crypto";
import { expect, type APIRequestContext, type Locator, type Page } from "@playwright/test";
import { PASSWORD } from "./fixtures";

/** A demo event of a small hall, on sale and never sold out by the demo's own people. */
export const SHOW = "Veena by Lamplight";

/** What the buyers of the tests choose: the demo's own password is too weak to be chosen. */
const CHOSEN = "paper-elephant-9";
const passwordOf = (email: string) => (email.startsWith("e2e-") ? CHOSEN : PASSWORD);

/** An account of one's own, so that runs do not meet each other's holds. Signed in where `signIn`. */
export async function makeBuyer(request: APIRequestContext, { signIn = true } = {}) {
  const email = `e2e-${randomUUID()}@aisle.test`;
  const made = await request.post("/api/trpc/auth.register", {
    data: { json: { name: "Asha Rao", email, password: CHOSEN } },
  });
  expect(made.ok(), await made.text()).toBe(true);
  if (signIn) await enter(request, email);
  return { email, password: CHOSEN };
}

/** Signs in without the form, as who has that address. */
export async function enter(request: APIRequestContext, email: string): Promise<void> {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken, email, password: passwordOf(email), json: "true" };
  await request.post("/api/auth/callback/credentials", { form });
}

/** The id of a demo event by its title. What is over is found by admins alone. */
export async function eventId(request: APIRequestContext, title = SHOW, status = "PUBLISHED"): Promise<string> {
  const input = encodeURIComponent(JSON.stringify({ json: { search: title, status } }));
  const answer = await request.get(`/api/trpc/event.list?input=${input}`);
  const { result } = (await answer.json()) as { result: { data: { json: { items: { id: string; title: string }[] } } } };
  const found = result.data.json.items.find((event) => event.title === title);
  if (!found) throw new Error(`The demo has no event called ${title}`);
  return found.id;
}

/** The booking page as a list of seats, ready to be pressed. */
export async function openSeats(page: Page, id: string): Promise<void> {
  await page.goto(`/booking/${id}`);
  await showList(page);
}

/** From the map to its twin, where there is a map. */
export async function showList(page: Page): Promise<void> {
  const tab = page.getByRole("tab", { name: "List" });
  await expect(tab.or(page.locator("[data-seat]").first()).first()).toBeVisible();
  if (await tab.isVisible()) await tab.click();
  await expect(page.locator("[data-seat]").first()).toBeVisible();
}

/** Two free seats side by side in the middle of things; by their labels "Row C seat 4, ...". */
export async function freePair(page: Page): Promise<[Locator, Locator]> {
  const ids = await page.locator("[data-seat]").evaluateAll((seats) => {
    const free = (seat?: Element) => seat instanceof HTMLElement && seat.dataset.state === "available";
    const pairs = seats.filter((seat) => {
      const next = seat.nextElementSibling;
      const sides = [seat.previousElementSibling, next?.nextElementSibling];
      return free(seat) && free(next ?? undefined) && sides.every((side) => free(side ?? undefined));
    });
    const seat = pairs[Math.floor(Math.random() * pairs.length)] as HTMLElement | undefined;
    return [seat?.dataset.seat, (seat?.nextElementSibling as HTMLElement | undefined)?.dataset.seat];
  });
  const at = (id: string | undefined) => page.locator(`[data-seat="${id}"]`);
  return [at(ids[0]), at(ids[1])];
}

/** The one of several buttons of a name that is on the screen: the summary stands twice, CSS shows one. */
export function shown(page: Page, name: string | RegExp): Locator {
  return page.getByRole("button", { name }).filter({ visible: true });
}

/** Through the bank's dialog of the shop in test mode. */
export async function payAtTestBank(page: Page, answer: "Approve" | "Decline" | "Answer late"): Promise<void> {
  await page.getByRole("button", { name: /^Pay ₹/ }).click();
  await page.getByRole("dialog", { name: "Test bank" }).getByRole("button", { name: new RegExp(`^${answer}`) }).click();
}

/** A procedure, called with the page's cookies. */
export async function call<T>(page: Page, path: string, json: object, changes = false): Promise<T> {
  const answer = changes
    ? await page.request.post(`/api/trpc/${path}`, { data: { json } })
    : await page.request.get(`/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ json }))}`);
  const body = (await answer.json()) as {
    result?: { data: { json: T } };
    error?: { json: { message: string } };
  };
  if (!body.result) throw new Error(`${path}: ${body.error?.json.message}`);
  return body.result.data.json;
}
