import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { standingWords, type TeamRole } from "~/domain/team";
import { databaseNow } from "~/server/db/clock";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { rateLimit } from "~/server/rate-limit";
import { audit } from "../audit";

type Base = { db: Db; actor: Actor };

/** How long an invitation waits for its answer. */
const LASTS_MS = 14 * 86_400_000;

/**
 * Asks an address to join one's team, by mail. Asked again, the invitation is renewed and the mail goes once more.
 * Whoever has shown that the address is theirs may answer; the link alone opens nothing.
 * @throws AppError INVALID_INPUT (`email`: one's own, in the team already), RATE_LIMITED
 */
export async function inviteToTeam({ db, actor, email, role }: Base & { email: string; role: TeamRole }): Promise<{ id: string; expiresAt: Date }> {
  await rateLimit({ db, name: "team-invitation", key: actor.id, points: 30, seconds: 3_600 });
  return transaction(db, async (tx) => {
    await refuseKnown(tx, actor, email);
    const expiresAt = new Date((await databaseNow(tx)).getTime() + LASTS_MS);
    const invitation = await tx.teamInvitation.upsert({
      where: { ownerId_email: { ownerId: actor.id, email } },
      update: { role, expiresAt },
      create: { ownerId: actor.id, email, role, expiresAt },
      select: { id: true, expiresAt: true },
    });
    await mailInvitation(tx, { ownerId: actor.id, email, role, ...invitation });
    await audit(tx, { actor, action: "team.invite", entity: "team", entityId: invitation.id, after: { role } });
    return invitation;
  });
}

/** Takes an invitation back. @throws AppError NOT_FOUND */
export async function withdrawInvitation({ db, actor, id }: Base & { id: string }): Promise<void> {
  await transaction(db, async (tx) => {
    const { count } = await tx.teamInvitation.deleteMany({ where: { id, ownerId: actor.id } });
    if (count === 0) throw notFound("invitation");
    await audit(tx, { actor, action: "team.withdraw", entity: "team", entityId: id });
  });
}

async function refuseKnown(tx: Tx, actor: Actor, email: string): Promise<void> {
  const refuse = (sentence: string) => new AppError("INVALID_INPUT", sentence, { field: "email" });
  const person = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (!person) return;
  if (person.id === actor.id) throw refuse("That is your own address. You are the owner of this team.");
  const known = await tx.teamMember.count({ where: { ownerId: actor.id, userId: person.id } });
  if (known > 0) throw refuse("This person is in your team already. Change their role in the list.");
}

async function mailInvitation(tx: Tx, to: { id: string; ownerId: string; email: string; role: TeamRole; expiresAt: Date }): Promise<void> {
  const { name } = await tx.user.findUniqueOrThrow({ where: { id: to.ownerId }, select: { name: true } });
  const { name: role, may } = standingWords[to.role];
  await tx.outboxMessage.create({
    data: {
      template: "team-invitation",
      recipient: to.email,
      // Whose name stands in it: it goes with their account.
      userId: to.ownerId,
      payload: {
        title: `${name} asks you to join the team`,
        body: `As ${role.toLowerCase()} you would run events with ${name} at Aisle. ${may}. The invitation waits for 14 days; sign in with this address to answer it.`,
        action: { label: "See the invitation", path: `/invitations/${to.id}` },
      },
      dedupeKey: `mail:team-invitation:${to.id}:${to.expiresAt.getTime()}`,
    },
    select: { id: true },
  });
}
