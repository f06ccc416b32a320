import type { Standing, TeamRole } from "./team";

export const roles = ["USER", "ORGANIZER", "ADMIN"] as const;
export type Role = (typeof roles)[number];

/** Who asks: what the guards put into the context and services take. */
export type Actor = {
  id: string;
  role: Role;
  /** Who works for the organizer `id`, where it is not they themselves. Guards alone write it (services/team/acting-for). */
  team?: { memberId: string; role: TeamRole };
};

/** The person who does it: a team's member rather than the organizer they work for. */
export function personOf(actor: Pick<Actor, "id" | "team">): string {
  return actor.team?.memberId ?? actor.id;
}

/** As what they work here. */
export function standingOf(actor: Pick<Actor, "team">): Standing {
  return actor.team?.role ?? "OWNER";
}

/** Organizers and admins make events and venues. */
export function mayOrganize(actor: Pick<Actor, "role">): boolean {
  return actor.role === "ORGANIZER" || actor.role === "ADMIN";
}

/** The organizer of the event, or an admin. */
export function mayManageEvent(actor: Actor, event: { organizerId: string }): boolean {
  return actor.role === "ADMIN" || (actor.role === "ORGANIZER" && event.organizerId === actor.id);
}

/** The owner of the venue, or an admin; shared venues (no owner) are the admins'. */
export function mayManageVenue(actor: Actor, venue: { ownerId: string | null }): boolean {
  return actor.role === "ADMIN" || (actor.role === "ORGANIZER" && venue.ownerId === actor.id);
}

/** A booking is its buyer's alone; organizers see it through their own reports. */
export function maySeeBooking(actor: Actor, booking: { userId: string }): boolean {
  return booking.userId === personOf(actor);
}
