import { compareSync, getRounds } from "bcryptjs";
import { describe, expect, it } from "vitest";
import { BcryptPool } from "./bcrypt-pool";

const bounds = { threads: 1, mostWaiting: 6, mostWaitingEach: 2 };
const HASH = "$2b$04$";

describe("BcryptPool", () => {
  it("makes and reads hashes as bcryptjs does", async () => {
    const pool = new BcryptPool();
    const hash = await pool.hash("correct horse", 4);
    expect(getRounds(hash)).toBe(4);
    expect(compareSync("correct horse", hash)).toBe(true);
    expect(await pool.compare("correct horse", hash)).toBe(true);
    expect(await pool.compare("wrong horse", hash)).toBe(false);
  });

  it("leaves this thread free meanwhile", async () => {
    const pool = new BcryptPool();
    let turns = 0;
    let hashing = true;
    const turn = () => {
      turns++;
      if (hashing) setImmediate(turn);
    };
    turn();
    await pool.hash("a password", 10);
    hashing = false;
    expect(turns).toBeGreaterThan(5);
  });

  it("turns away who comes on top, and whoever fills the line alone", async () => {
    const pool = new BcryptPool(bounds);
    const ask = (who: string) => pool.compare("x", HASH, who).then(() => "done", (error: { code?: string }) => error.code);
    const under = ask("first");
    const rude = [1, 2, 3].map(() => ask("rude"));
    const others = ["a", "b", "c", "d", "e"].map(ask);
    expect(await Promise.all([under, ...rude])).toEqual(["done", "done", "done", "BUSY"]);
    expect(await Promise.all(others)).toEqual(["done", "done", "done", "done", "BUSY"]);
    expect(await ask("rude")).toBe("done");
  });

  it("goes on where one call cannot be done", async () => {
    const pool = new BcryptPool(bounds);
    await expect(pool.hash("x", "no number" as never)).rejects.toThrow(/Invalid salt/);
    expect(await pool.compare("x", HASH)).toBe(false);
  });
});
