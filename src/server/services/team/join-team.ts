import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { databaseNow } from "~/server/db/clock";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";

type Base = { db: Db; actor: Actor };

/**
 * An invitation as whom it is for sees it. `addressee` false: it was sent to another address than theirs, which is
 * not named. @throws AppError NOT_FOUND where it is unknown, taken back or too old
 */
export async function readInvitation({ db, actor, id }: Base & { id: string }) {
  const { invitation, person } = await found(db, actor, id);
  const { owner, role, expiresAt } = invitation;
  const addressee = person.email === invitation.email;
  return addressee
    ? { addressee, verified: person.emailVerifiedAt !== null, from: owner.name, role, expiresAt }
    : { addressee, email: person.email };
}

/**
 * Joins the team, and works for it from now on.
 * @throws AppError NOT_FOUND; FORBIDDEN for another's, or where the address has not been shown to be theirs
 */
export async function acceptInvitation({ db, actor, id }: Base & { id: string }): Promise<{ ownerId: string }> {
  return transaction(db, async (tx) => {
    const { invitation, person, now } = await found(tx, actor, id);
    const { ownerId, role } = invitation;
    assertTheirs(invitation, person);
    if (!person.emailVerifiedAt) throw new AppError("FORBIDDEN", "Confirm your address first: the mail for it can be sent from your profile.");
    await tx.teamInvitation.delete({ where: { id }, select: { id: true } });
    const key = { ownerId_userId: { ownerId, userId: actor.id } };
    await tx.teamMember.upsert({ where: key, update: { role, chosenAt: now }, create: { ownerId, userId: actor.id, role, chosenAt: now }, select: { id: true } });
    const news = { title: "Somebody has joined your team", body: "See who it is, and what they may do.", href: "/organizer/team" };
    await tx.notification.create({ data: { userId: ownerId, type: "team", ...news }, select: { id: true } });
    await audit(tx, { actor, action: "team.join", entity: "team", entityId: ownerId, after: { role } });
    return { ownerId };
  });
}

/** Says no; the invitation is gone. @throws AppError NOT_FOUND, FORBIDDEN */
export async function declineInvitation({ db, actor, id }: Base & { id: string }): Promise<void> {
  await transaction(db, async (tx) => {
    const { invitation, person } = await found(tx, actor, id);
    assertTheirs(invitation, person);
    await tx.teamInvitation.delete({ where: { id }, select: { id: true } });
    await audit(tx, { actor, action: "team.decline", entity: "team", entityId: invitation.ownerId });
  });
}

async function found(tx: Pick<Db | Tx, "teamInvitation" | "user" | "$queryRaw">, actor: Actor, id: string) {
  const now = await databaseNow(tx);
  const [invitation, person] = [
    await tx.teamInvitation.findUnique({ where: { id }, select: { ownerId: true, email: true, role: true, expiresAt: true, owner: { select: { name: true } } } }),
    await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true, emailVerifiedAt: true } }),
  ];
  if (!invitation || invitation.expiresAt <= now) throw notFound("invitation");
  return { invitation, person, now };
}

function assertTheirs(invitation: { email: string }, person: { email: string }): void {
  if (person.email !== invitation.email) throw new AppError("FORBIDDEN", "This invitation was sent to another address. Sign in with that one.");
}
