import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { FileStorage } from "../storage";
import { assertStorageKey, isStorageKey } from "./key";

const PIECE = 500;

/** A folder of this machine. A file is whole or not there: it is written beside and moved into place. */
export function folderStorage(folder: string): FileStorage {
  const place = (key: string) => {
    assertStorageKey(key);
    return path.join(folder, key);
  };
  return {
    async put(key, bytes) {
      const target = place(key);
      await mkdir(folder, { recursive: true });
      await writeFile(`${target}.part`, bytes);
      await rename(`${target}.part`, target);
    },
    get: (key) => unlessMissing(readFile(place(key))),
    remove: (key) => rm(place(key), { force: true }),
    async *list() {
      const keys = ((await unlessMissing(readdir(folder))) ?? []).filter(isStorageKey);
      for (let at = 0; at < keys.length; at += PIECE) {
        yield await Promise.all(
          keys
            .slice(at, at + PIECE)
            .map(async (key) => ({ key, modifiedAt: (await stat(place(key))).mtime })),
        );
      }
    },
  };
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
