/** The messages that people may do without. All others tell of their money and their seats, and always come. */
export const preferenceKeys = ["reminders", "reviewRequests"] as const;
export type PreferenceKey = (typeof preferenceKeys)[number];
export type Preferences = Record<PreferenceKey, boolean>;

/** What someone chose, as it is stored; what they never chose is on. */
export function preferencesOf(stored: unknown): Preferences {
  const chosen = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  return { reminders: chosen.reminders !== false, reviewRequests: chosen.reviewRequests !== false };
}
