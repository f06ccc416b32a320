import type { Db } from "~/server/db/db";
import type { FileStorage } from "~/server/gateways/storage";
import { pictureUrl } from "./picture-url";

/** A form that was left open this long is not coming back for its picture. */
const UNUSED_MS = 7 * 86_400_000;

/** Removes pictures that are a week old and that no event shows. @returns how many */
export async function sweepPictures(input: { db: Db; storage: FileStorage; now?: Date }): Promise<number> {
  const { db, storage, now = new Date() } = input;
  let removed = 0;
  for await (const files of storage.list()) {
    const old = files.filter((file) => now.getTime() - file.modifiedAt.getTime() > UNUSED_MS);
    const used = await usedAmong(
      db,
      old.map((file) => pictureUrl(file.key)),
    );
    for (const { key } of old.filter((file) => !used.has(pictureUrl(file.key)))) {
      await storage.remove(key);
      removed++;
    }
  }
  return removed;
}

async function usedAmong(db: Db, urls: string[]): Promise<ReadonlySet<string>> {
  if (urls.length === 0) return new Set();
  const events = await db.event.findMany({
    where: { OR: [{ imageUrl: { in: urls } }, { bannerUrl: { in: urls } }] },
    select: { imageUrl: true, bannerUrl: true },
  });
  return new Set(events.flatMap((event) => [event.imageUrl ?? "", event.bannerUrl ?? ""]));
}
