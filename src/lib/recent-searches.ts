import { useSyncExternalStore } from "react";

const KEY = "aisle:searches";
const MOST = 5;

const none: readonly string[] = [];
let known: { text: string | null; list: readonly string[] } = { text: null, list: none };
const listeners = new Set<() => void>();

function read(): readonly string[] {
  try {
    const text = localStorage.getItem(KEY);
    if (text !== known.text) known = { text, list: parse(text) };
  } catch {
    // Storage may be closed to us; then nothing is remembered.
  }
  return known.list;
}

function parse(text: string | null): readonly string[] {
  try {
    const given: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(given) ? given.filter((word) => typeof word === "string").slice(0, MOST) : none;
  } catch {
    return none;
  }
}

function write(list: readonly string[]): void {
  try {
    if (list.length > 0) localStorage.setItem(KEY, JSON.stringify(list));
    else localStorage.removeItem(KEY);
  } catch {
    return;
  }
  listeners.forEach((changed) => changed());
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** What was searched for on this device and found something, the latest first. It stays on the device. */
export const recentSearches = {
  remember(words: string): void {
    const given = words.trim().replace(/\s+/g, " ");
    // What was typed on the way to it is no search of its own.
    const others = read().filter((one) => !given.toLowerCase().startsWith(one.toLowerCase()));
    if (given) write([given, ...others].slice(0, MOST));
  },
  forget: () => write(none),
};

/** The list, as it changes; empty while the server draws. */
export function useRecentSearches(): readonly string[] {
  return useSyncExternalStore(subscribe, read, () => none);
}
