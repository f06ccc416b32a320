import { nanoid } from "nanoid";
import type { Command } from "~/domain/seating/editor/commands";
import { seatsOf, type PlanDraft } from "~/domain/seating/editor/draft";
import { boundsOf } from "~/domain/seating/plan/seating-plan-bounds";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";

/**
 * A copy of seats beside them; mirrored, it goes to the other side of the plan's middle, as a box at the left becomes
 * one at the right.
 */
export function copyCommand(draft: PlanDraft, seats: readonly number[], mirrored: boolean): Command {
  const chosen = new Set(seats);
  const found = [...seatsOf(draft)].filter(({ ordinal }) => chosen.has(ordinal));
  const ids = [...new Set(found.map(({ section }) => section.id))].map(() => nanoid(10));
  const xs = found.map(({ seat }) => seat.x);
  const [left, right] = [xs.reduce((a, b) => Math.min(a, b), Infinity), xs.reduce((a, b) => Math.max(a, b), -Infinity)];
  if (!mirrored) return { do: "copy", seats, dx: right - left + 3 * SEAT_PITCH, dy: 0, mirrored, ids };
  const stage = draft.decorations.filter(({ kind }) => kind !== "text" && kind !== "area");
  const whole = boundsOf(stage.length > 0 ? [] : [...draft.sections], stage);
  // About the stage's middle, which is the hall's.
  const axis = (whole.left + whole.right) / 2;
  return { do: "copy", seats, dx: Math.round((2 * axis - left - right) * 10) / 10, dy: 0, mirrored, ids };
}
