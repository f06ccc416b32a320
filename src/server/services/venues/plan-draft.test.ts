import { describe, expect, it } from "vitest";
import { apply } from "~/domain/seating/editor/commands";
import { ordinalsIn, type PlanDraft } from "~/domain/seating/editor/draft";
import { templates } from "~/domain/seating/editor/templates";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeEvent, makeUser, makeVenue } from "~/test/factories";

const db = testDb();
const theatre = templates.find(({ key }) => key === "theatre")!.draft();
/** As the API takes it. */
const sent = ({ sections, decorations }: PlanDraft) => ({ sections: [...sections], decorations: [...decorations] });

async function venueOf() {
  const owner = await makeUser(db, { role: "ORGANIZER" });
  return { owner, venue: await makeVenue(db, { ownerId: owner.id }) };
}

describe("a plan's draft", () => {
  it("is kept as it is drawn, by revision, and told where another window saved it meanwhile", async () => {
    const { owner, venue } = await venueOf();
    const { venue: api } = callerFor(owner);
    expect(await api.planDraft({ venueId: venue.id })).toBeNull();
    expect(await api.savePlanDraft({ venueId: venue.id, revision: 0, draft: sent(theatre) })).toEqual({ revision: 1 });
    const moved = apply(theatre, { do: "move", seats: [0], dx: 5, dy: 0 });
    expect(await api.savePlanDraft({ venueId: venue.id, revision: 1, draft: sent(moved) })).toEqual({ revision: 2 });
    await expect(api.savePlanDraft({ venueId: venue.id, revision: 1, draft: sent(theatre) })).rejects.toMatchObject({
      cause: { code: "PLAN_CONFLICT" },
    });
    expect(await api.planDraft({ venueId: venue.id })).toEqual({ draft: moved, revision: 2 });
    expect((await api.plan({ venueId: venue.id })).sections.map(({ name }) => name)).not.toContain("Circle");
    await api.discardPlanDraft({ venueId: venue.id });
    expect(await api.planDraft({ venueId: venue.id })).toBeNull();
  });

  it("becomes the venue's plan seat by seat, prices and flags with it, and is gone", async () => {
    const { owner, venue } = await venueOf();
    const { venue: api } = callerFor(owner);
    await api.savePlanDraft({ venueId: venue.id, revision: 0, draft: sent(theatre) });
    const { seatCount } = await api.publishPlanDraft({ venueId: venue.id, revision: 1 });
    expect(seatCount).toBe(theatre.sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats)).length);
    const { sections } = await api.plan({ venueId: venue.id });
    const facts = (all: readonly { name: string; priceMultiplierBps: number }[]) =>
      all.map(({ name, priceMultiplierBps }) => [name, priceMultiplierBps]);
    expect(facts(sections)).toEqual(facts(theatre.sections));
    expect(sections[0]!.layout.rows!.at(-1)!.seats.filter(({ flags }) => flags === 1)).toHaveLength(2);
    expect(await api.planDraft({ venueId: venue.id })).toBeNull();
    // Back to the base price: what the draft says is meant.
    const cheaper = apply(theatre, { do: "section", id: theatre.sections[0]!.id, priceMultiplierBps: 10_000 });
    await api.savePlanDraft({ venueId: venue.id, revision: 0, draft: sent(cheaper) });
    await api.publishPlanDraft({ venueId: venue.id, revision: 1 });
    expect((await api.plan({ venueId: venue.id })).sections[0]).toMatchObject({ name: "Stalls", priceMultiplierBps: 10_000 });
  });

  it("is not published with two seats of one name, nor without the seats that somebody holds", async () => {
    const { owner, venue } = await venueOf();
    const { venue: api } = callerFor(owner);
    const { event } = await makeEvent(db, { organizerId: owner.id, venue });
    await db.seat.updateMany({
      where: { eventId: event.id, rowLabel: "C", seatLabel: "5" },
      data: { status: "HELD", heldBy: owner.id, heldUntil: new Date(Date.now() + 600_000) },
    });
    const doubled = apply(theatre, { do: "numberSeats", seats: [1], order: "left-to-right", numbers: "all", first: 1 });
    await api.savePlanDraft({ venueId: venue.id, revision: 0, draft: sent(doubled) });
    await expect(api.publishPlanDraft({ venueId: venue.id, revision: 1 })).rejects.toThrow("a ticket could mean either");
    const without = apply(theatre, { do: "remove", seats: ordinalsIn(theatre, theatre.sections[0]!.id, "C") });
    await api.savePlanDraft({ venueId: venue.id, revision: 1, draft: sent(without) });
    await expect(api.publishPlanDraft({ venueId: venue.id, revision: 2 })).rejects.toThrow(/held or sold.*C5/);
    expect(await api.planDraft({ venueId: venue.id })).toMatchObject({ revision: 2 });
  });
});
