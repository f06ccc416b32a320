import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { S3Server } from "~/test/harness/s3-server";
import { s3Storage, type S3Options } from "./s3";

const keys = { accessKeyId: "AKIATEST", secretAccessKey: "a secret/with+signs" };
let server: S3Server;
let endpoint: string;

beforeEach(async () => {
  server = new S3Server("aisle-test", keys);
  endpoint = await server.start();
});
afterEach(() => server.stop());

const storage = (given: Partial<S3Options> = {}) =>
  s3Storage({ bucket: "aisle-test", region: "ap-south-1", endpoint, ...keys, ...given });
const bytes = (text: string) => new TextEncoder().encode(text);

describe("s3Storage", () => {
  it("puts a file and gets it back, signed so that the other side comes to the same signature", async () => {
    await storage().put("picture-1.webp", bytes("pixels"));
    expect(server.objects.get("uploads/picture-1.webp")?.bytes.toString()).toBe("pixels");
    expect(new TextDecoder().decode((await storage().get("picture-1.webp"))!)).toBe("pixels");
  });

  it("says that there is no such file, and removes what is there or not", async () => {
    expect(await storage().get("nothing-here.webp")).toBeNull();
    await storage().put("picture-1.webp", bytes("pixels"));
    await storage().remove("picture-1.webp");
    await storage().remove("picture-1.webp");
    expect(server.objects.size).toBe(0);
  });

  it("lists everything, a piece at a time, and of others' files nothing", async () => {
    for (const key of ["picture-1.webp", "picture-2.webp", "picture-3.webp"])
      await storage().put(key, bytes(key));
    server.objects.set("uploads/readme.txt", { bytes: Buffer.from("not ours"), at: new Date() });
    server.objects.set("backups/picture-9.webp", { bytes: Buffer.from("not ours"), at: new Date() });
    const pieces: string[][] = [];
    for await (const files of storage({ pieceSize: 2 }).list()) {
      pieces.push(files.map((file) => file.key));
      for (const file of files) expect(Date.now() - file.modifiedAt.getTime()).toBeLessThan(60_000);
    }
    expect(pieces).toEqual([["picture-1.webp", "picture-2.webp"], ["picture-3.webp"]]);
  });

  it("is refused with a wrong key, and says so", async () => {
    const wrong = storage({ secretAccessKey: "another" });
    await expect(wrong.put("picture-1.webp", bytes("x"))).rejects.toThrow("SignatureDoesNotMatch");
    await expect(wrong.get("picture-1.webp")).rejects.toMatchObject({ failure: "REFUSED", status: 403 });
    expect(server.objects.size).toBe(0);
  });

  it("does not take a missing bucket for a kept file", async () => {
    await expect(storage({ bucket: "no-such" }).put("picture-1.webp", bytes("x"))).rejects.toThrow(
      "no bucket",
    );
  });

  it("asks a storage that stumbles once more", async () => {
    server.failNext = { status: 503 };
    await storage().put("picture-1.webp", bytes("pixels"));
    expect(server.requests).toHaveLength(2);
    expect(server.objects.size).toBe(1);
  });

  it("asks for no key that is not ours", async () => {
    for (const key of ["../secret.webp", "a/b.webp", "x.svg"])
      await expect(async () => storage().get(key)).rejects.toThrow("Not a key");
    expect(server.requests).toEqual([]);
  });

  it("says that a storage cannot be reached", async () => {
    await server.stop();
    await expect(storage().get("picture-1.webp")).rejects.toMatchObject({ failure: "UNKNOWN" });
    await server.start();
  });
});
