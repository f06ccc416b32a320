import { tabStorage } from "./tab-storage";

const KEY = "aisle:after-sign-in";
/** Whoever comes back later than this has something else in mind. */
const KEPT_MS = 30 * 60_000;

/** What a page was about to do when it sent its reader to sign in: done by itself once they are back, in the same tab. */
export const afterSignIn = {
  keep(place: string, step: unknown): void {
    tabStorage.write(KEY, { place, step, at: Date.now() });
  },
  /** What was kept for this place, once; null where nothing was. What another place kept is dropped. */
  take(place: string): unknown {
    const kept = tabStorage.read(KEY) as { place?: unknown; step?: unknown; at?: unknown } | null;
    tabStorage.write(KEY, null);
    if (kept?.place !== place || typeof kept.at !== "number" || Date.now() - kept.at > KEPT_MS) return null;
    return kept.step ?? null;
  },
};
