import { mkdtemp, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { folderStorage } from "~/server/gateways/storage/folder";
import { makeEvent } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { pictureUrl } from "./picture-url";
import { sweepPictures } from "./sweep-pictures";

const db = testDb();
let folder: string;

beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), "aisle-sweep-"))));
afterAll(() => rm(folder, { recursive: true }));

it("removes what is a week old and on no event, and nothing else", async () => {
  const storage = folderStorage(folder);
  const keep = async (key: string, daysOld: number) => {
    await storage.put(key, new Uint8Array([1]));
    const at = new Date(Date.now() - daysOld * 86_400_000);
    await utimes(path.join(folder, key), at, at);
  };
  await keep("poster-used.webp", 30);
  await keep("banner-used.webp", 30);
  await keep("old-unused.webp", 8);
  await keep("new-unused.webp", 6);
  const { event } = await makeEvent(db);
  const pictures = { imageUrl: pictureUrl("poster-used.webp"), bannerUrl: pictureUrl("banner-used.webp") };
  await db.event.update({ where: { id: event.id }, data: pictures });
  expect(await sweepPictures({ db, storage })).toBe(1);
  expect(await storage.get("old-unused.webp")).toBeNull();
  for (const key of ["poster-used.webp", "banner-used.webp", "new-unused.webp"])
    expect(await storage.get(key)).not.toBeNull();
  expect(await sweepPictures({ db, storage })).toBe(0);
  expect(await sweepPictures({ db, storage: folderStorage(path.join(folder, "none")) })).toBe(0);
});
