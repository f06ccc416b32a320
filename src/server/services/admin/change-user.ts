import type { AuditAction } from "~/domain/audit-words";
import { AppError, notFound } from "~/domain/errors";
import { mayOrganize, type Actor, type Role } from "~/domain/permissions";
import { databaseNow } from "~/server/db/clock";
import type { Db, Tx } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { endSessions } from "../account/sessions";
import { audit } from "../audit";
import { pauseEventsOf, resumeEventsOf } from "../events/pause-events";
import { noteSecurity } from "../security/note";

type Change = { db: Db; actor: Actor; userId: string; ip?: string };

/**
 * Makes someone a buyer, an organizer or an admin; their open sessions go on with the new role. The events of who is no
 * organizer any more are off sale at once, and back when they are one again.
 * @throws AppError NOT_FOUND; FORBIDDEN for one's own account: the last admin could shut everybody out
 */
export async function setRole({ db, actor, userId, role, ip }: Change & { role: Role }) {
  const changed = await transaction(db, async (tx) => {
    const before = await changeable(tx, actor, userId);
    if (before.role !== role) {
      const may = mayOrganize({ role }) && !before.suspendedAt;
      if (!may) await pauseEventsOf({ tx, organizerId: userId, now: await databaseNow(tx) });
      else if (!mayOrganize(before)) await resumeEventsOf({ tx, organizerId: userId });
      await tx.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
      await record(tx, actor, "user.setRole", userId, { role: before.role }, { role });
    }
    return { id: userId, role, before: before.role };
  });
  if (changed.before !== role) {
    await noteSecurity({ db, kind: "role-changed", userId, ip, facts: { by: actor.id, from: changed.before, to: role } });
  }
  return { id: userId, role };
}

/**
 * Shuts an account out, ending its sessions and taking its events off sale at once, or lets it in again.
 * @throws AppError NOT_FOUND; FORBIDDEN for one's own account
 */
export async function setSuspended({ db, actor, userId, suspended, ip }: Change & { suspended: boolean }) {
  const done = await transaction(db, async (tx) => {
    const before = await changeable(tx, actor, userId);
    if ((before.suspendedAt !== null) === suspended) return { id: userId, suspendedAt: before.suspendedAt };
    const suspendedAt = suspended ? new Date() : null;
    if (suspended) await pauseEventsOf({ tx, organizerId: userId, now: await databaseNow(tx) });
    else if (mayOrganize(before)) await resumeEventsOf({ tx, organizerId: userId });
    await tx.user.update({ where: { id: userId }, data: { suspendedAt }, select: { id: true } });
    if (suspended) await endSessions({ tx, userId });
    const action = suspended ? "user.suspend" : "user.reinstate";
    await record(tx, actor, action, userId, { suspendedAt: before.suspendedAt }, { suspendedAt });
    return { id: userId, suspendedAt };
  });
  await noteSecurity({ db, kind: suspended ? "suspended" : "reinstated", userId, ip, facts: { by: actor.id } });
  return done;
}

/** The account, where an admin may change it. @throws AppError NOT_FOUND; FORBIDDEN for one's own */
export async function changeable(tx: Tx, actor: Actor, userId: string) {
  if (userId === actor.id) {
    throw new AppError("FORBIDDEN", "This is your own account. Ask another admin to change it.");
  }
  const user = await tx.user.findUnique({
    where: { id: userId, deletedAt: null },
    select: { id: true, name: true, email: true, role: true, suspendedAt: true },
  });
  if (!user) throw notFound("person");
  return user;
}

function record(tx: Tx, actor: Actor, action: AuditAction, entityId: string, before: object, after: object) {
  return audit(tx, { actor, action, entity: "user", entityId, before, after });
}
