import type { EventCategory } from "~/domain/event-state";

/** A category's words: as a heading, one of them, several of them. */
export const categoryWords: Record<EventCategory, { label: string; one: string; many: string }> = {
  CONCERT: { label: "Concerts", one: "concert", many: "concerts" },
  MOVIE: { label: "Films", one: "film", many: "films" },
  THEATER: { label: "Theatre", one: "play", many: "plays" },
  COMEDY: { label: "Comedy", one: "comedy night", many: "comedy nights" },
  SPORTS: { label: "Sport", one: "sports event", many: "sports events" },
  CONFERENCE: { label: "Conferences", one: "conference", many: "conferences" },
  OTHER: { label: "Other", one: "other event", many: "other events" },
};

/** The order in which categories stand in lists and chips. */
export const categoryOrder = Object.keys(categoryWords) as EventCategory[];
