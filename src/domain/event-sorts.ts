/** The orders that a list of events may be in; "match" is one only where something is searched for. */
export const eventSorts = ["match", "date", "price", "popular"] as const;
export type EventSort = (typeof eventSorts)[number];
