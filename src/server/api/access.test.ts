import { beforeAll, describe, expect, it } from "vitest";
import { roles, type Role } from "~/domain/permissions";
import { teamRoles, type TeamRole } from "~/domain/team";
import { makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { appRouter } from "./root";
import type { World } from "~/test/access-rule";
import { accessRules } from "~/test/access-rules";
import { makeWorld } from "~/test/access-world";

// Every procedure there is, with every role and with another's ids. The list is the router's own.

const db = testDb({ reset: "file" });
const procedures = Object.keys(appRouter._def.procedures).sort();

const standings = [...teamRoles, "OWNER"] as const;

type Person = { id: string; sessionVersion: number };
let people: Record<Role | "stranger" | TeamRole, Person>;
let world: World;

beforeAll(async () => {
  const [buyer, organizer, admin, stranger, owner, victim] = await Promise.all([
    makeUser(db),
    makeUser(db, { role: "ORGANIZER" }),
    makeUser(db, { role: "ADMIN" }),
    makeUser(db, { role: "ORGANIZER" }),
    makeUser(db, { role: "ORGANIZER" }),
    makeUser(db),
  ]);
  const [DOOR, SELLER, MANAGER] = await Promise.all(teamRoles.map((role) => memberOf(organizer, role)));
  people = { USER: buyer, ORGANIZER: organizer, ADMIN: admin, stranger, DOOR: DOOR!, SELLER: SELLER!, MANAGER: MANAGER! };
  world = await makeWorld(db, owner, victim);
});

/** Somebody of an organizer's team. */
async function memberOf(owner: Person, role: TeamRole): Promise<Person> {
  const member = await makeUser(db);
  await db.teamMember.create({ data: { ownerId: owner.id, userId: member.id, role } });
  return member;
}

/** The tRPC code of the answer; "OK" where it was given. */
async function answerTo(path: string, who: Person | null, input: unknown): Promise<string> {
  const [router, name] = path.split(".") as [string, string];
  const caller = callerFor(who) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  return caller[router]![name]!(input).then(
    () => "OK",
    (error: { code: string }) => error.code,
  );
}

it("has a rule for every procedure, and none for what is gone", () => {
  expect(Object.keys(accessRules).sort()).toEqual(procedures);
});

describe.each(procedures)("%s", (path) => {
  const rule = accessRules[path];
  if (!rule) return;
  const { door, foreign } = rule;

  it(`stands behind the door: ${door}`, async () => {
    // Nothing that any procedure takes: whoever passes the door is refused for the input, whoever does not for who it is.
    const nonsense = Symbol("nonsense");
    const stopped = async (who: Person | null) =>
      ["UNAUTHORIZED", "FORBIDDEN"].includes(
        await answerTo(path, who, rule.takesNothing ? undefined : nonsense),
      );
    if (door !== "anyone") expect(await answerTo(path, null, nonsense)).toBe("UNAUTHORIZED");
    const admitted: Record<typeof door, readonly Role[]> = {
      anyone: roles,
      signedIn: roles,
      organizer: ["ORGANIZER", "ADMIN"],
      admin: ["ADMIN"],
    };
    for (const role of roles) {
      if (rule.takesNothing && rule.changes && admitted[door].includes(role)) continue;
      expect([role, await stopped(people[role])]).toEqual([role, !admitted[door].includes(role)]);
    }
  });

  if (door === "organizer") {
    it(`asks of a team's member to be ${(rule.team ?? "MANAGER").toLowerCase()}`, async () => {
      const least = standings.indexOf(rule.team ?? "MANAGER");
      for (const role of teamRoles) {
        const answer = await answerTo(path, people[role], rule.takesNothing ? undefined : Symbol("nonsense"));
        expect([role, answer === "FORBIDDEN"]).toEqual([role, standings.indexOf(role) < least]);
      }
    });
  }

  if (foreign) {
    it("refuses another's ids", async () => {
      for (const input of [foreign(world)].flat()) {
        for (const who of [people.USER, people.stranger, people.MANAGER, people.DOOR]) {
          const answer = await answerTo(path, who, input);
          expect(["FORBIDDEN", "NOT_FOUND", ...(rule.refusedAs ?? [])], JSON.stringify(input)).toContain(
            answer,
          );
        }
      }
    });
  }
});

it("left everything as it was", async () => {
  const [event, draft, booking, venue, coupon, session, user, review] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: world.eventId } }),
    db.event.findUniqueOrThrow({ where: { id: world.draftId } }),
    db.booking.findUniqueOrThrow({ where: { id: world.bookingId } }),
    db.venue.findUniqueOrThrow({ where: { id: world.venueId }, include: { sections: true } }),
    db.coupon.findUniqueOrThrow({ where: { id: world.couponId } }),
    db.session.findUniqueOrThrow({ where: { id: world.sessionId } }),
    db.user.findUniqueOrThrow({ where: { id: world.userId } }),
    db.review.findUniqueOrThrow({ where: { id: world.reviewId } }),
  ]);
  expect([event.status, draft.status, booking.status]).toEqual(["PUBLISHED", "DRAFT", "PENDING"]);
  expect(venue.sections).toHaveLength(1);
  expect([coupon.active, session.revokedAt, user.role, user.suspendedAt]).toEqual([true, null, "USER", null]);
  expect([review.reply, review.removedAt]).toEqual([null, null]);
  expect(await db.seat.count({ where: { status: "BLOCKED" } })).toBe(0);
  expect(await db.apiKey.findFirst()).toMatchObject({ revokedAt: null });
  expect(await db.webhookEndpoint.findFirst()).toMatchObject({ disabledAt: null, secret: "whsec_c2VjcmV0" });
  expect(await db.teamMember.findUniqueOrThrow({ where: { id: world.memberId } })).toMatchObject({ role: "DOOR", chosenAt: null });
  expect(await db.teamInvitation.count()).toBe(1);
  expect(await db.webhookDelivery.findFirst()).toMatchObject({ status: "FAILED" });
});
