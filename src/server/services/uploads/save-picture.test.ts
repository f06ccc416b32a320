import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileStorage } from "~/server/gateways/storage";
import { folderStorage } from "~/server/gateways/storage/folder";
import { isStorageKey } from "~/server/gateways/storage/key";
import { makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { MAX_PICTURE_BYTES, savePicture } from "./save-picture";

const db = testDb();
let folder: string;
let storage: FileStorage;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "aisle-uploads-"));
  storage = folderStorage(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const square = (size: number) =>
  sharp({ create: { width: size, height: size, channels: 3, background: "tomato" } });

async function save(bytes: Uint8Array, role: "USER" | "ORGANIZER" = "ORGANIZER") {
  const actor = await makeUser(db, { role });
  return savePicture({ db, actor, storage, bytes });
}

describe("savePicture", () => {
  it("draws it anew as WebP, smaller, without what the camera wrote", async () => {
    const photo = await square(3_000)
      .withExif({ IFD0: { Copyright: "secret place" } })
      .jpeg()
      .toBuffer();
    const { url, width } = await save(photo);
    expect(width).toBe(2_000);
    const kept = await storage.get(url.replace("/api/uploads/", ""));
    const { format, exif } = await sharp(kept!).metadata();
    expect(format).toBe("webp");
    expect(exif).toBeUndefined();
  });

  it.each([
    [
      "a drawing that may hold code",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ["a page that calls itself a picture", Buffer.from("<html><script>alert(1)</script></html>")],
    ["nothing", Buffer.alloc(0)],
    ["more than 8 MB", Buffer.alloc(MAX_PICTURE_BYTES + 1)],
  ])("refuses %s", async (_, bytes) => {
    const before = await readdir(folder);
    await expect(save(bytes)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(await readdir(folder)).toEqual(before);
  });

  it("is for organizers", async () => {
    const png = await square(10).png().toBuffer();
    await expect(save(png, "USER")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("keeps to its folder", async () => {
    for (const key of [
      "../../etc/passwd",
      "a/b.webp",
      "short.webp",
      "x".repeat(41) + ".webp",
      "abcdefghij.svg",
    ]) {
      expect(isStorageKey(key)).toBe(false);
      await expect(async () => storage.get(key)).rejects.toThrow("Not a key");
    }
    expect(await storage.get("abcdefghij.webp")).toBeNull();
  });
});
