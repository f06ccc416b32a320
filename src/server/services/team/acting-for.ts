import type { TeamRole } from "~/domain/team";
import type { Db } from "~/server/db/db";
import { readOnce } from "~/server/db/one-trip";
import type { Viewer } from "../session";

// The team somebody chose last; who organizes nothing themselves works for their first one without choosing.
const MEMBERSHIP = {
  name: "acting-for",
  text: `
    SELECT m."ownerId", m.role::text AS role
      FROM "TeamMember" m JOIN "User" o ON o.id = m."ownerId"
     WHERE m."userId" = $1 AND (m."chosenAt" IS NOT NULL OR $2)
       AND o.role <> 'USER' AND o."suspendedAt" IS NULL AND o."deletedAt" IS NULL
     ORDER BY m."chosenAt" DESC NULLS LAST, m."createdAt", m.id LIMIT 1`,
};

const asked = new WeakMap<Viewer, Promise<Viewer>>();

/**
 * Whom a person works for now: the organizer whose team they chose, else themselves. Read once for each reading of who
 * they are, so that who leaves a team is out with the next call, and a page of several calls asks once. Never with an
 * admin's rights: an admin's team runs that admin's own events.
 */
export function actingFor({ db, viewer }: { db: Db; viewer: Viewer }): Promise<Viewer> {
  const known = asked.get(viewer) ?? read(db, viewer);
  asked.set(viewer, known);
  return known;
}

async function read(db: Db, viewer: Viewer): Promise<Viewer> {
  if (viewer.role === "ADMIN" || viewer.withheld) return viewer;
  const [found] = await readOnce<{ ownerId: string; role: TeamRole }>(db, { ...MEMBERSHIP, values: [viewer.id, viewer.role === "USER"] });
  if (!found) return viewer;
  return { ...viewer, id: found.ownerId, role: "ORGANIZER", team: { memberId: viewer.id, role: found.role } };
}
