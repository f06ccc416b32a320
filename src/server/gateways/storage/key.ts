const KEY = /^[A-Za-z0-9_-]{8,40}\.webp$/;

/** Whether a key is one that `put` could have been given: nothing else reaches the disk or the bucket. */
export function isStorageKey(key: string): boolean {
  return KEY.test(key);
}

/** @throws Error where the key is none of ours */
export function assertStorageKey(key: string): void {
  if (!isStorageKey(key)) throw new Error("Not a key of ours.");
}
