import { lastDatabaseUrl, startEmbeddedPostgres } from "~/cli/embedded-postgres";
import { loadDotEnv } from "~/cli/dotenv";
import { openDataDir } from "~/cli/data-dir";
import { holderOf, lockDataDir } from "~/cli/lock";
import { StartError } from "~/cli/start-error";

/**
 * Runs a command on the database that the product would use: DATABASE_URL, else the embedded server, which is
 * started for as long as the work takes unless `npm start` has it running already.
 */
export async function withDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  loadDotEnv();
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  const dataDir = await openDataDir();
  const running = (await holderOf(dataDir)) && (await lastDatabaseUrl(dataDir));
  if (running) return work(running);
  const unlock = await lockDataDir(dataDir, "Another command");
  try {
    const postgres = await startEmbeddedPostgres({ dataDir });
    try {
      return await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    unlock();
  }
}

/** Ends the process with the command's exit code; what a person can mend is told without a stack. */
export async function runCommand(command: () => Promise<number>): Promise<never> {
  try {
    process.exit(await command());
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}
