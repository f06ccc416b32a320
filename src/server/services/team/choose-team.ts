import { notFound } from "~/domain/errors";
import { mayOrganize, type Actor } from "~/domain/permissions";
import { databaseNow } from "~/server/db/clock";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";

type Base = { db: Db; actor: Actor };

/** The teams somebody is in, and whether they organize for themselves as well. */
export async function myTeams({ db, actor }: Base) {
  const teams = await db.teamMember.findMany({
    where: { userId: actor.id, owner: { role: { not: "USER" }, suspendedAt: null, deletedAt: null } },
    orderBy: { createdAt: "asc" },
    select: { ownerId: true, role: true, chosenAt: true, owner: { select: { name: true } } },
  });
  const latest = [...teams].sort((a, b) => (b.chosenAt?.getTime() ?? 0) - (a.chosenAt?.getTime() ?? 0))[0];
  const own = mayOrganize(actor);
  const chosen = latest && (latest.chosenAt || !own) ? latest.ownerId : null;
  return {
    own,
    teams: teams.map(({ ownerId, role, owner }) => ({ ownerId, role, name: owner.name, chosen: ownerId === chosen })),
  };
}

/** Works for another team from now on; `ownerId` null: for oneself. @throws AppError NOT_FOUND */
export async function chooseTeam({ db, actor, ownerId }: Base & { ownerId: string | null }): Promise<void> {
  await transaction(db, async (tx) => {
    if (ownerId === null) {
      await tx.teamMember.updateMany({ where: { userId: actor.id }, data: { chosenAt: null } });
      return;
    }
    const { count } = await tx.teamMember.updateMany({ where: { userId: actor.id, ownerId }, data: { chosenAt: await databaseNow(tx) } });
    if (count === 0) throw notFound("team");
  });
}

/** Leaves a team, at once. @throws AppError NOT_FOUND */
export async function leaveTeam({ db, actor, ownerId }: Base & { ownerId: string }): Promise<void> {
  await transaction(db, async (tx) => {
    const { count } = await tx.teamMember.deleteMany({ where: { userId: actor.id, ownerId } });
    if (count === 0) throw notFound("team");
    const news = { title: "Somebody has left your team", body: "Their rights ended with it. See who is in it now.", href: "/organizer/team" };
    await tx.notification.create({ data: { userId: ownerId, type: "team", ...news }, select: { id: true } });
    await audit(tx, { actor, action: "team.leave", entity: "team", entityId: ownerId });
  });
}
