import { notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { standingWords, type TeamRole } from "~/domain/team";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";

type Base = { db: Db; actor: Actor };

/** An organizer's team and who was asked to join it, the newest last. */
export async function listTeam({ db, actor }: Base) {
  const [members, invitations] = await Promise.all([
    db.teamMember.findMany({
      where: { ownerId: actor.id },
      orderBy: { createdAt: "asc" },
      select: { id: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
    }),
    db.teamInvitation.findMany({
      where: { ownerId: actor.id },
      orderBy: { createdAt: "asc" },
      select: { id: true, email: true, role: true, expiresAt: true },
    }),
  ]);
  return { members: members.map(({ user, ...member }) => ({ ...member, ...user })), invitations };
}

/** Gives somebody of one's team another role, from their next click on. @throws AppError NOT_FOUND */
export async function setTeamRole({ db, actor, memberId, role }: Base & { memberId: string; role: TeamRole }): Promise<{ role: TeamRole }> {
  await transaction(db, async (tx) => {
    const member = await ownMember(tx, actor, memberId);
    if (member.role === role) return;
    await tx.teamMember.update({ where: { id: memberId }, data: { role }, select: { id: true } });
    await tell(tx, member.userId, `You have another role in a team: ${standingWords[role].name.toLowerCase()}`, `${standingWords[role].may}.`);
    await audit(tx, { actor, action: "team.setRole", entity: "team", entityId: member.userId, before: { role: member.role }, after: { role } });
  });
  return { role };
}

/** Takes somebody out of one's team, at once. @throws AppError NOT_FOUND */
export async function removeMember({ db, actor, memberId }: Base & { memberId: string }): Promise<void> {
  await transaction(db, async (tx) => {
    const member = await ownMember(tx, actor, memberId);
    await tx.teamMember.delete({ where: { id: memberId }, select: { id: true } });
    await tell(tx, member.userId, "You are no longer in a team", "Its organizer took you out. Your own bookings stay as they are.");
    await audit(tx, { actor, action: "team.remove", entity: "team", entityId: member.userId, before: { role: member.role } });
  });
}

async function ownMember(tx: Tx, actor: Actor, memberId: string) {
  const member = await tx.teamMember.findUnique({ where: { id: memberId }, select: { ownerId: true, userId: true, role: true } });
  if (member?.ownerId !== actor.id) throw notFound("person");
  return member;
}

/** Without anybody's name: what stands in other people's messages outlives an account. */
async function tell(tx: Tx, userId: string, title: string, body: string): Promise<void> {
  await tx.notification.create({ data: { userId, type: "team", title, body }, select: { id: true } });
}
