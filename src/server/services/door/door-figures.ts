import type { Db } from "~/server/db/db";

export type DoorFigures = {
  /** Scans let through, by gate. */
  gates: { gate: string; entries: number; exits: number }[];
  /** Tickets sold, let in once, and inside now, by section. */
  sections: { section: string; sold: number; arrived: number; inside: number }[];
};

/** How full the house is. */
export async function doorFigures({ db, eventId }: { db: Db; eventId: string }): Promise<DoorFigures> {
  const [gates, sections] = await Promise.all([
    db.$queryRaw<DoorFigures["gates"]>`
      SELECT gate, count(*) FILTER (WHERE direction = 'ENTRY')::int AS entries, count(*) FILTER (WHERE direction = 'EXIT')::int AS exits
        FROM "CheckIn" WHERE "eventId" = ${eventId} AND COALESCE(told, answer) = 'OK' GROUP BY gate ORDER BY gate`,
    db.$queryRaw<DoorFigures["sections"]>`
      SELECT i."sectionName" AS section, count(*) FILTER (WHERE i.live)::int AS sold, count(i."checkedInAt")::int AS arrived,
             count(i."insideSince")::int AS inside
        FROM "BookingItem" i LEFT JOIN "EventSection" s ON s."eventId" = i."eventId" AND s."sectionId" = i."sectionId"
       WHERE i."eventId" = ${eventId} AND (i.live OR i."checkedInAt" IS NOT NULL)
       GROUP BY i."sectionName" ORDER BY min(s.position), i."sectionName"`,
  ]);
  return { gates, sections };
}
