import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { seed } from "../../prisma/seed";
import { emptyShop } from "../empty-shop";
import { publicPages } from "./stops";

/** Fetched by npm when it is asked for: one tool for one figure is no dependency of everybody's. */
const TOOL = "lighthouse@12.8.2";
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

type Scores = Record<(typeof CATEGORIES)[number], number>;
type Report = { categories: Record<string, { score: number | null }> };
type Options = { databaseUrl: string; baseUrl: string; rounds: number; say: (line: string) => void };

/** Lighthouse's scores (0 to 100, a slow phone) of the pages that anybody may open: the best of several rounds each. */
export async function run({ databaseUrl, baseUrl, rounds, say }: Options): Promise<Record<string, unknown>> {
  await emptyShop(databaseUrl);
  await seed({ databaseUrl });
  const folder = await mkdtemp(path.join(tmpdir(), "aisle-lighthouse-"));
  const figures: Record<string, Scores> = {};
  try {
    for (const [name, page] of Object.entries(await publicPages(databaseUrl))) {
      for (let round = 0; round < rounds; round++) {
        const scores = await ask(baseUrl + page, path.join(folder, "report.json"));
        const before = figures[name];
        figures[name] = before ? best(before, scores) : scores;
        say(`${page}: ${JSON.stringify(scores)}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { lighthouse: figures };
}

async function ask(url: string, file: string): Promise<Scores> {
  const flags = ["--quiet", "--output=json", `--output-path=${file}`, "--chrome-flags=--headless=new --no-sandbox --disable-gpu"];
  const env = { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH || "/usr/bin/chromium", NODE_ENV: "production" as const };
  const child = spawn("npm", ["exec", "--yes", `--package=${TOOL}`, "--", "lighthouse", url, ...flags], { env, stdio: ["ignore", "ignore", "inherit"] });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`Lighthouse ended with ${code} on ${url}`);
  const { categories } = JSON.parse(await readFile(file, "utf8")) as Report;
  return Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])) as Scores;
}

function best(a: Scores, b: Scores): Scores {
  return Object.fromEntries(CATEGORIES.map((name) => [name, Math.max(a[name], b[name])])) as Scores;
}
