import { expect, it } from "vitest";
import type { TeamRole } from "~/domain/team";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";

const db = testDb();

const verified = () => makeUser(db, { emailVerifiedAt: new Date() });

async function makeOwner() {
  const owner = await makeUser(db, { role: "ORGANIZER", name: "Asha Rao" });
  const venue = await makeVenue(db, { ownerId: owner.id });
  const { event } = await makeEvent(db, { venue, organizerId: owner.id });
  return { owner, venue, event };
}

async function join(owner: { id: string }, role: TeamRole, person?: Awaited<ReturnType<typeof verified>>) {
  const member = person ?? (await verified());
  const { id } = await callerFor(owner).team.invite({ email: member.email, role });
  await callerFor(member).team.accept({ id });
  return member;
}

it("asks by mail; who has the address joins, and works for the organizer from then on", async () => {
  const { owner, event } = await makeOwner();
  const member = await verified();
  const { id } = await callerFor(owner).team.invite({ email: member.email, role: "SELLER" });
  expect(await db.outboxMessage.findFirstOrThrow()).toMatchObject({
    template: "team-invitation",
    recipient: member.email,
    payload: { title: "Asha Rao asks you to join the team", action: { path: `/invitations/${id}` } },
  });
  const seller = callerFor(member);
  await expect(seller.organizer.eventReport({ eventId: event.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await seller.team.invitation({ id })).toMatchObject({ addressee: true, verified: true, from: "Asha Rao", role: "SELLER" });
  await seller.team.accept({ id });
  expect((await seller.organizer.eventReport({ eventId: event.id })).event.id).toBe(event.id);
  await expect(seller.event.update({ id: event.id, title: "Mine now" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await callerFor(owner).team.list()).toMatchObject({ members: [{ email: member.email, role: "SELLER" }], invitations: [] });
  expect(await db.notification.findFirstOrThrow({ where: { userId: owner.id } })).toMatchObject({ title: "Somebody has joined your team" });
  await expect(seller.team.accept({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("opens to no other address, to none that was not confirmed, and not for ever", async () => {
  const { owner } = await makeOwner();
  const member = await makeUser(db, { emailVerifiedAt: null });
  const { id } = await callerFor(owner).team.invite({ email: member.email, role: "MANAGER" });
  const stranger = callerFor(await verified());
  expect(await stranger.team.invitation({ id })).not.toHaveProperty("from");
  await expect(stranger.team.accept({ id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(stranger.team.decline({ id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(callerFor(member).team.accept({ id })).rejects.toThrow(/Confirm your address/);
  await db.user.update({ where: { id: member.id }, data: { emailVerifiedAt: new Date() } });
  await db.teamInvitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  await expect(callerFor(member).team.accept({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await db.teamMember.count()).toBe(0);
});

it("asks nobody twice who is in, nor the owner; asked again, an invitation is renewed and mailed once more", async () => {
  const { owner } = await makeOwner();
  const caller = callerFor(owner);
  const member = await join(owner, "DOOR");
  for (const email of [owner.email, member.email]) {
    await expect(caller.team.invite({ email, role: "DOOR" })).rejects.toMatchObject({ cause: { field: "email" } });
  }
  const first = await caller.team.invite({ email: "new@aisle.test", role: "DOOR" });
  await db.teamInvitation.update({ where: { id: first.id }, data: { expiresAt: new Date(0) } });
  const second = await caller.team.invite({ email: "New@aisle.test", role: "SELLER" });
  expect(second.id).toBe(first.id);
  expect(await db.teamInvitation.findFirstOrThrow()).toMatchObject({ email: "new@aisle.test", role: "SELLER" });
  expect(await db.outboxMessage.count({ where: { recipient: "new@aisle.test" } })).toBe(2);
  await caller.team.withdraw({ id: first.id });
  expect((await caller.team.list()).invitations).toEqual([]);
});

it("makes what a manager makes the organizer's, and writes down who did it", async () => {
  const { owner, venue, event } = await makeOwner();
  const manager = await join(owner, "MANAGER");
  const caller = callerFor(manager);
  const made = await caller.event.create({
    title: "A second evening",
    description: "As good as the first.",
    category: "CONCERT",
    venueId: venue.id,
    startsAt: new Date(Date.now() + 9 * 86_400_000),
    basePricePaise: 10_000,
  });
  expect(await db.event.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({ organizerId: owner.id });
  expect(await db.auditEntry.findFirstOrThrow({ where: { action: "event.create" } })).toMatchObject({ actorId: manager.id });
  // A draft is the team's to see, and no buyer's.
  expect(await caller.event.byId({ id: made.id })).toMatchObject({ editable: true });
  await expect(callerFor(await makeUser(db)).event.byId({ id: made.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  // What they bought and wrote for themselves stays theirs.
  expect((await caller.review.list({ eventId: event.id })).own).toBeNull();
  expect((await caller.booking.list({})).items).toEqual([]);
});

it("lets the door open doors and nothing else", async () => {
  const { owner, event } = await makeOwner();
  const door = callerFor(await join(owner, "DOOR"));
  expect(await door.checkIn.doors()).toMatchObject([{ id: event.id }]);
  expect(await door.checkIn.list({ eventId: event.id })).toBeDefined();
  await expect(door.organizer.orders({ eventId: event.id })).rejects.toThrow(/takes the role of seller/);
  const other = await makeEvent(db);
  await expect(door.checkIn.list({ eventId: other.event.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("shuts out at once who is removed, leaves, or whose organizer is suspended", async () => {
  const { owner, event } = await makeOwner();
  const [first, second] = [await join(owner, "SELLER"), await join(owner, "MANAGER")];
  const sees = (person: { id: string }) =>
    callerFor(person)
      .organizer.orders({ eventId: event.id })
      .then(() => true, () => false);
  expect([await sees(first), await sees(second)]).toEqual([true, true]);
  const { members } = await callerFor(owner).team.list();
  await callerFor(owner).team.setRole({ memberId: members[0]!.id, role: "DOOR" });
  expect(await sees(first)).toBe(false);
  await callerFor(owner).team.setRole({ memberId: members[0]!.id, role: "MANAGER" });
  expect(await sees(first)).toBe(true);
  await callerFor(owner).team.remove({ memberId: members[0]!.id });
  expect(await sees(first)).toBe(false);
  await db.user.update({ where: { id: owner.id }, data: { suspendedAt: new Date() } });
  expect(await sees(second)).toBe(false);
  await db.user.update({ where: { id: owner.id }, data: { suspendedAt: null } });
  expect(await sees(second)).toBe(true);
  await callerFor(second).team.leave({ ownerId: owner.id });
  expect(await sees(second)).toBe(false);
});

it("works for one organizer at a time, of who is in several teams; an organizer comes back to their own", async () => {
  const [one, two] = [await makeOwner(), await makeOwner()];
  const own = await makeOwner();
  await db.user.update({ where: { id: own.owner.id }, data: { emailVerifiedAt: new Date() } });
  const caller = callerFor(own.owner);
  const desks = async () => (await caller.organizer.dashboard({})).events.items.map(({ id }) => id);
  expect(await desks()).toEqual([own.event.id]);
  for (const { owner, event } of [one, two]) {
    await join(owner, "SELLER", own.owner);
    expect(await desks()).toEqual([event.id]);
  }
  await expect(caller.team.list()).rejects.toMatchObject({ code: "FORBIDDEN" });
  await caller.team.choose({ ownerId: one.owner.id });
  expect(await desks()).toEqual([one.event.id]);
  expect(await caller.team.mine()).toMatchObject({ own: true, teams: [{ chosen: true }, { chosen: false }] });
  await caller.team.choose({ ownerId: null });
  expect(await desks()).toEqual([own.event.id]);
});

it("gives nobody an admin's rights: an admin's team runs that admin's own events", async () => {
  const admin = await makeUser(db, { role: "ADMIN" });
  const { event } = await makeOwner();
  const member = await join(admin, "MANAGER");
  const caller = callerFor(member);
  await expect(caller.admin.users({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(caller.organizer.eventReport({ eventId: event.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await caller.organizer.dashboard({})).events.items).toEqual([]);
});
