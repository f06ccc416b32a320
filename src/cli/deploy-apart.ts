import { spawn } from "node:child_process";
import path from "node:path";

const MIGRATE = path.resolve(import.meta.dirname, "../../prisma/migrate.ts");
const TRIES = 3;

/**
 * Applies the migrations in a process of its own. Now and then, on a busy machine, the WebAssembly engine falls over
 * in a callback where nothing can catch it, and takes its process along; applying is safe to begin again, so it is.
 * @throws Error with the engine's words where a migration is at fault
 */
export async function deployApart({ databaseUrl }: { databaseUrl: string }): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { code, said } = await run(databaseUrl);
    if (code === 0) return;
    const engineFell = said.includes("schema_engine_bg");
    if (!engineFell || attempt === TRIES) throw new Error(said.trim() || `Migrating ended with ${code}.`);
  }
}

function run(databaseUrl: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", MIGRATE, "deploy"], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said }));
  });
}
