import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { compressBuilt } from "~/cli/compress";
import { spawnNext } from "~/cli/next";
import { StartError } from "~/cli/start-error";
import { runCommand } from "~/cli/with-database";

// Everything that a build is made of; tests and the command line are not in it.
const SOURCES = ["src", "public", "prisma/schema.prisma", "package-lock.json"];
const CONFIGS = ["next.config.mjs", "postcss.config.mjs", "tsconfig.json"];
const APART = /(^src\/(cli|test|generated)\/)|\.test\.tsx?$/;
const STAMP = ".next/aisle-build";

function* filesOf(entry: string): Generator<string> {
  const found = statSync(entry, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) return void (yield entry);
  for (const name of readdirSync(entry).sort()) yield* filesOf(path.posix.join(entry, name));
}

/** One word for the state of the sources: the same sources, the same word. */
function sourceStamp(): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of [...SOURCES, ...CONFIGS].flatMap((entry) => [...filesOf(entry)])) {
    if (APART.test(file)) continue;
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Whether .next holds a production build of exactly these sources. */
export function isBuilt(): boolean {
  try {
    return readFileSync(STAMP, "utf8") === sourceStamp();
  } catch {
    return false;
  }
}

/**
 * Makes the production build. It sees nothing of the environment that a start will have: what a page needs of
 * that it reads when it is asked for.
 *
 * @throws StartError with the end of what `next build` said
 */
export async function build({ quiet }: { quiet: boolean }): Promise<void> {
  const stamp = sourceStamp();
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawnNext(["build"], { env, output: quiet ? "pipe" : "inherit" });
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (code !== 0) {
    const how = signal ? `was ended by ${signal}` : `failed with code ${code}`;
    throw new StartError(`The production build ${how}.\n${said.split("\n").slice(-40).join("\n")}`);
  }
  await compressBuilt();
  writeFileSync(STAMP, stamp);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runCommand(async () => {
    await build({ quiet: false });
    return 0;
  });
}
