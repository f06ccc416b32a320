import { devices, type BrowserContext } from "@playwright/test";
import { seed } from "../../prisma/seed";
import { emptyShop } from "../empty-shop";
import { openBrowser } from "./browser";
import { comeBack } from "./come-back";
import { signInAs } from "./sign-in";
import { stopsOf } from "./stops";
import { weigh } from "./weigh";

type Options = { databaseUrl: string; baseUrl: string; say: (line: string) => void };

/** Compressed bytes of JavaScript that a page may load, and of fonts (docs/decisions/0190). */
const MOST = { booking: 200_000, others: 160_000, fonts: 90_000 };

/** What each of a buyer's pages weighs on a phone, and whether it is kept for whoever comes back to it. */
export async function run({ databaseUrl, baseUrl, say }: Options): Promise<Record<string, unknown>> {
  await emptyShop(databaseUrl);
  await seed({ databaseUrl });
  const stops = await stopsOf(databaseUrl);
  const browser = await openBrowser();
  const figures: Record<string, object> = {};
  const over: string[] = [];
  try {
    const phone = { ...devices["Pixel 7"], baseURL: baseUrl };
    const people = { visitor: await browser.newContext(phone), buyer: await browser.newContext(phone) };
    await signInAs(people.buyer, "buyer@aisle.test");
    for (const [name, { path, who = "visitor", ready }] of Object.entries(stops)) {
      const figure = await visit(people[who], { baseUrl, path, ready });
      figures[name] = figure;
      const { jsBytes, fontBytes } = figure;
      if (jsBytes > (name.startsWith("booking") ? MOST.booking : MOST.others)) over.push(`${name}: ${jsBytes} bytes of JavaScript`);
      if (fontBytes > MOST.fonts) over.push(`${name}: ${fontBytes} bytes of fonts`);
      say(`${path}: ${JSON.stringify(figure)}`);
    }
  } finally {
    await browser.close();
  }
  return { buyerPages: figures, buyerPagesOver: over };
}

async function visit(context: BrowserContext, { baseUrl, path, ready }: { baseUrl: string; path: string; ready?: string }) {
  const url = baseUrl + path;
  const weight = await weigh(context, url, ready);
  const next = baseUrl + (path === "/help" ? "/about" : "/help");
  const back = await comeBack(context, url, next, ready);
  return { ...weight, comesBack: back.kept, ...(!back.kept && { notKeptBecause: back.reasons }) };
}
