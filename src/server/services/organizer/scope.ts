import { Prisma } from "~/generated/prisma/client";

/** Which events figures are about, as a condition on a column that holds an event's id. */
export type Scope = (eventId: Prisma.Sql) => Prisma.Sql;

export const ofEvent =
  (id: string): Scope =>
  (eventId) =>
    Prisma.sql`${eventId} = ${id}`;
export const ofOrganizer =
  (organizerId: string): Scope =>
  (eventId) =>
    Prisma.sql`${eventId} IN (SELECT e.id FROM "Event" e WHERE e."organizerId" = ${organizerId})`;
export const everywhere: Scope = () => Prisma.sql`TRUE`;
