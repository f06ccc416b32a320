import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "~/cli/embedded-postgres";
import { say, step } from "~/cli/say";
import { StartError } from "~/cli/start-error";

/** How long a database that fell over stays down, in ms: the shop says so meanwhile, and recovers. */
const PAUSE_MS = 3_000;

/** The product's own database: started again when it ends although nobody stopped it. */
export class ServedDatabase {
  #server: EmbeddedPostgres | undefined;
  #stopping = false;

  constructor(private readonly dataDir: string) {}

  /** Starts it and returns its address; `onLost` hears when it can't be brought back. */
  async start(onLost: (reason: unknown) => void): Promise<string> {
    const first = !existsSync(path.join(this.dataDir, "database.json"));
    const what = first ? "Installing the database" : "Starting the database";
    const server = await step(what, () => startEmbeddedPostgres({ dataDir: this.dataDir }));
    this.#watch(server, onLost);
    return server.url;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#server?.stop();
  }

  #watch(server: EmbeddedPostgres, onLost: (reason: unknown) => void): void {
    this.#server = server;
    if (this.#stopping) return void server.stop();
    server.process.once("exit", () => {
      if (!this.#stopping) this.#restart(server.url, onLost).catch(onLost);
    });
  }

  async #restart(url: string, onLost: (reason: unknown) => void): Promise<void> {
    say("  The database ended by itself: starting it again");
    await sleep(PAUSE_MS);
    if (this.#stopping) return;
    const server = await startEmbeddedPostgres({ dataDir: this.dataDir });
    this.#watch(server, onLost);
    if (server.url !== url)
      throw new StartError("The database's port was taken while it was down: start Aisle again.");
  }
}
