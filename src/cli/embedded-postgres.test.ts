import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { query } from "~/test/setup/query";
import { freePort, startEmbeddedPostgres, type EmbeddedPostgres } from "./embedded-postgres";
import { chooseAccount } from "./postgres/account";
import { choosePlace } from "./postgres/place";
import { serverCommand } from "./postgres/server";

let dataDir: string;
let said: string[];
const servers: EmbeddedPostgres[] = [];

// One installation for all: what a start finds is what the one before left.
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "aisle-embedded-"));
  await chmod(dataDir, 0o755);
});

beforeEach(() => {
  said = [];
});

afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function start() {
  const server = await startEmbeddedPostgres({ dataDir, durable: false, say: (line) => said.push(line) });
  servers.push(server);
  return server;
}

describe("the embedded server", () => {
  it("keeps data, port and password between starts", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE IF NOT EXISTS kept (id int)");
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect((await query(second.url, "SELECT * FROM kept")).rows).toEqual([]);
  });

  it("has the settings that Serializable needs, and listens to this machine alone", async () => {
    const { url } = await start();
    const { rows } = await query(
      url,
      `SELECT current_setting('max_pred_locks_per_page') page, current_setting('max_pred_locks_per_transaction') tx,
              current_setting('listen_addresses') address, current_setting('unix_socket_directories') sockets,
              (SELECT datcollate || datlocale FROM pg_database WHERE datname = 'aisle') locale`,
    );
    expect(rows).toEqual([
      { page: "128", tx: "1024", address: "127.0.0.1", sockets: "", locale: "CC.UTF-8" },
    ]);
  });

  it("shows its password to nobody else", async () => {
    const { url } = await start();
    const { mode } = await stat(path.join(dataDir, "secrets.json"));
    expect(mode & 0o077).toBe(0);
    const wrong = Object.assign(new URL(url), { password: "wrong" }).href;
    await expect(query(wrong, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  it("moves to another port when its own is taken", async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
    await once(squatter, "listening");
    const second = await start();
    expect(second.url).not.toBe(first.url);
    squatter.close();
  });

  it("stops a server that a killed parent left, and starts its own", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE IF NOT EXISTS kept (id int)");
    await first.stop();
    const place = await choosePlace(dataDir, chooseAccount);
    const [program, ...words] = serverCommand(place, await freePort(), false);
    const orphan = spawn(program, words, { ...place.account, cwd: "/", detached: true, stdio: "ignore" });
    const ended = once(orphan, "exit");
    const pidFile = () => readFile(path.join(place.cluster, "postmaster.pid"), "utf8").catch(() => "");
    await vi.waitUntil(async () => (await pidFile()).includes("ready"), { timeout: 120_000 });
    const second = await start();
    await ended;
    expect(said.join()).toContain(`(process ${orphan.pid}) is left over`);
    expect((await query(second.url, "SELECT * FROM kept")).rows).toEqual([]);
  });
});
