import type { EventCategory, EventStatus } from "../../src/domain/event-state";
import type { Decoration, SectionLayout } from "../../src/domain/seating/plan/seating-plan";

export type DemoSection = {
  name: string;
  rowCount: number;
  seatsPerRow: number;
  priceMultiplierBps: number;
  layout: SectionLayout;
};

export type DemoVenue = {
  key: string;
  name: string;
  address: string;
  city: string;
  /** Two-digit GST state code. */
  stateCode: string;
  latitude: number;
  longitude: number;
  amenities: string[];
  /** Null: shared, kept by admins. */
  owner: OrganizerKey | null;
  /** Which end of a section's rows people take first: by the stage, or (cinemas) at the back. */
  bestRows: "front" | "middle" | "back";
  decorations: Decoration[];
  sections: DemoSection[];
};

export type OrganizerKey = "demo" | "other";

export type Weekday = "sun" | "mon" | "tue" | "wed" | "thu" | "fri" | "sat";

/**
 * A local time at the venue. `weeks` 0 is the next such weekday (six hours ahead at least), 1 the week after it;
 * -1 the last one that is over (a day ago at least).
 */
export type When = { day: Weekday; weeks: number; at: string };

export type DemoEvent = {
  /** How the other demo files name this event; not its slug. */
  key: string;
  title: string;
  subtitle?: string;
  category: EventCategory;
  artist?: string;
  language?: string;
  ageRating: string;
  venue: string;
  organizer: OrganizerKey;
  status?: EventStatus;
  when: When;
  minutes: number;
  /** Rupees before tax, of a seat at once the base price. */
  basePrice: number;
  /** Days before today that sales began; negative: they begin then. */
  onSaleDaysAgo: number;
  /** Share of the seats that are sold, 0 to 1. */
  sold: number;
  featured?: boolean;
  orphanRule?: "OFF" | "WARN" | "REFUSE";
  /** Hours before the start, null: never. */
  cancelUntilHours?: number | null;
  cancelRefundBps?: number;
  cancelReason?: string;
  /** Rows kept back, as for a sound desk. */
  blocked?: { section: string; rows: string[] }[];
  description: string[];
};
