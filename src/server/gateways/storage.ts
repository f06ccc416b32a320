import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { env } from "~/env";

/** Where uploaded files are kept. Keys are ours ("x1y2.webp"), never a visitor's file name. */
export type FileStorage = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Null where there is no such file. */
  get: (key: string) => Promise<Uint8Array | null>;
};

const KEY = /^[A-Za-z0-9_-]{8,40}\.webp$/;

/** Whether a key is one that `put` could have been given: nothing else reaches the disk. */
export function isStorageKey(key: string): boolean {
  return KEY.test(key);
}

/** A folder of this machine. A file is whole or not there: it is written beside and moved into place. */
export function folderStorage(folder: string): FileStorage {
  const place = (key: string) => {
    if (!isStorageKey(key)) throw new Error("Not a key of ours.");
    return path.join(folder, key);
  };
  return {
    async put(key, bytes) {
      const target = place(key);
      await mkdir(folder, { recursive: true });
      await writeFile(`${target}.part`, bytes);
      await rename(`${target}.part`, target);
    },
    async get(key) {
      try {
        return await readFile(place(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
  };
}

/** The storage that the environment names: the folder `uploads` of DATA_DIR. */
export function fileStorage(): FileStorage {
  return folderStorage(path.resolve(/* turbopackIgnore: true */ env.DATA_DIR, "uploads"));
}
