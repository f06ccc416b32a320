import { mapSeats, seatsOf, tenth, type PlanDraft } from "./draft";

/** Front is the stage's side of the drawing, its top. */
export type Edge = "left" | "centre" | "right" | "front" | "back";

type Group = { left: number; right: number; top: number; bottom: number; seats: number[] };

/**
 * Lines chosen seats up by an edge: whole sections where several have some, else the rows of the one. Rows of a section
 * lie behind one another, so front and back leave them as they are.
 */
export function aligned(draft: PlanDraft, { seats, edge }: { seats: readonly number[]; edge: Edge }): PlanDraft {
  const { groups, kind } = groupsOf(draft, new Set(seats));
  if (groups.length < 2 || (kind === "rows" && (edge === "front" || edge === "back"))) return draft;
  const all = (key: "left" | "right" | "top" | "bottom") => groups.map((group) => group[key]);
  const left = Math.min(...all("left"));
  const right = Math.max(...all("right"));
  const steps = new Map<number, { dx: number; dy: number }>();
  for (const group of groups) {
    const dx = { left: left - group.left, right: right - group.right, centre: (left + right - group.left - group.right) / 2, front: 0, back: 0 }[edge];
    const dy = edge === "front" ? Math.min(...all("top")) - group.top : edge === "back" ? Math.max(...all("bottom")) - group.bottom : 0;
    if (Math.abs(dx) > 0.05 || Math.abs(dy) > 0.05) for (const seat of group.seats) steps.set(seat, { dx, dy });
  }
  if (steps.size === 0) return draft;
  return mapSeats(draft, new Set(steps.keys()), (seat, ordinal) => {
    const { dx, dy } = steps.get(ordinal)!;
    return { ...seat, x: tenth(seat.x + dx), y: tenth(seat.y + dy) };
  });
}

function groupsOf(draft: PlanDraft, chosen: ReadonlySet<number>): { groups: Group[]; kind: "sections" | "rows" } {
  const found = [...seatsOf(draft)].filter(({ ordinal }) => chosen.has(ordinal));
  const kind = new Set(found.map(({ section }) => section)).size > 1 ? "sections" : "rows";
  const groups = new Map<object, Group>();
  for (const { ordinal, section, row, seat } of found) {
    const key = kind === "sections" ? section : row;
    const group = groups.get(key) ?? { left: seat.x, right: seat.x, top: seat.y, bottom: seat.y, seats: [] };
    groups.set(key, group);
    group.seats.push(ordinal);
    [group.left, group.right] = [Math.min(group.left, seat.x), Math.max(group.right, seat.x)];
    [group.top, group.bottom] = [Math.min(group.top, seat.y), Math.max(group.bottom, seat.y)];
  }
  return { groups: [...groups.values()], kind };
}
