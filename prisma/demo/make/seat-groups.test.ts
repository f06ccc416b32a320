import { describe, expect, it } from "vitest";
import { indexPlan } from "../../../src/domain/seating/plan-index";
import { generatePlan } from "../../../src/domain/seating/plan/seating-plan-generate";
import { venues } from "../venues";
import { createRandom } from "./random";
import { createHouse } from "./seat-groups";

const plans = venues.map((venue) => ({
  venue,
  plan: generatePlan({
    name: venue.name,
    decorations: venue.decorations,
    sections: venue.sections.map((section, index) => ({ id: `s${index}`, ...section })),
  }),
}));

function sell(sold: number, { venue, plan }: (typeof plans)[number], blocked = new Set<number>()) {
  const house = createHouse({
    plan,
    bestRows: venue.bestRows,
    blocked,
    sold,
    random: createRandom("a test"),
  });
  return house.seatCounts.flatMap((seats, section) => house.fill(section, Math.round(seats * sold)));
}

describe.each(plans)("an audience in $venue.name", (room) => {
  const index = indexPlan(room.plan);

  it("sits in groups of neighbours, nobody on another's seat or a blocked one", () => {
    const blocked = new Set([0, 1, 2]);
    const groups = sell(0.5, room, blocked);
    const seats = groups.flat();
    expect(new Set(seats).size).toBe(seats.length);
    expect(seats.filter((seat) => blocked.has(seat))).toEqual([]);
    for (const group of groups) {
      const [first] = group;
      const { block, at } = index.placeOf[first!]!;
      expect(group).toEqual(block.seats.slice(at, at + group.length).map((seat) => seat.ordinal));
    }
    expect(seats.length / index.seatCount).toBeGreaterThan(0.42);
    expect(seats.length / index.seatCount).toBeLessThanOrEqual(0.52);
  });

  it("leaves no single seat between two groups", () => {
    const taken = new Set(sell(0.6, room).flat());
    const free = (block: (typeof index.placeOf)[number]["block"], at: number) =>
      block.seats[at] !== undefined && block.seats[at].flags % 4 === 0 && !taken.has(block.seats[at].ordinal);
    const alone = index.placeOf.filter(({ block, at }) => {
      const between =
        taken.has(block.seats[at - 1]?.ordinal ?? -1) && taken.has(block.seats[at + 1]?.ordinal ?? -1);
      return free(block, at) && between;
    });
    expect(alone).toEqual([]);
  });

  it("can fill the room to the last seat", () => {
    expect(sell(1, room).flat()).toHaveLength(index.seatCount);
  });
});
