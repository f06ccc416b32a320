import type { Decoration, PlanRow, PlanSection } from "../plan/seating-plan";
import { aligned, type Edge } from "./align";
import { mapSeats, seatCountOf, tenth, type PlanDraft } from "./draft";
import { rowNameAt, runsLeftward, seatLabels, type RowNames, type SeatNumbers, type SeatOrder } from "./numbering";

type Seats = { seats: readonly number[] };
type Drawn = { decorations?: readonly number[] };

/** Everything that can be done to a draft. Seats are named by ordinal, drawn things by their place in the list. */
export type Command =
  | { do: "addSection"; section: PlanSection }
  | { do: "section"; id: string; name?: string; priceMultiplierBps?: number }
  | ({ do: "move"; dx: number; dy: number } & Seats & Drawn)
  | ({ do: "turn"; degrees: number } & Seats)
  | ({ do: "mirror" } & Seats)
  | ({ do: "align"; edge: Edge } & Seats)
  | ({ do: "copy"; dx: number; dy: number; mirrored: boolean; ids: readonly string[] } & Seats)
  | ({ do: "remove" } & Seats & Drawn)
  | ({ do: "flag"; bit: number; on: boolean } & Seats)
  | ({ do: "assign"; section: { id: string; name: string } } & Seats)
  | ({ do: "nameRows"; names: RowNames; first: number; backward: boolean } & Seats)
  | ({ do: "numberSeats"; order: SeatOrder; numbers: SeatNumbers; first: number } & Seats)
  | { do: "addDecoration"; item: Decoration }
  | { do: "setDecoration"; index: number; item: Decoration }
  | { do: "replace"; draft: PlanDraft };

/** The draft after a command; the same object where the command changes nothing. */
export function apply(draft: PlanDraft, command: Command): PlanDraft {
  switch (command.do) {
    case "addSection":
      return { ...draft, sections: [...draft.sections, command.section] };
    case "section": {
      const { do: _do, id, ...fields } = command;
      return { ...draft, sections: draft.sections.map((section) => (section.id === id ? { ...section, ...fields } : section)) };
    }
    case "move":
      return moved(draft, command);
    case "turn":
      return around(draft, command.seats, (dx, dy) => {
        const angle = (command.degrees * Math.PI) / 180;
        return [dx * Math.cos(angle) - dy * Math.sin(angle), dx * Math.sin(angle) + dy * Math.cos(angle)];
      });
    case "mirror":
      return around(draft, command.seats, (dx, dy) => [-dx, dy]);
    case "align":
      return aligned(draft, command);
    case "copy":
      return copied(draft, command);
    case "remove": {
      const gone = new Set(command.decorations);
      const kept = gone.size > 0 ? draft.decorations.filter((_, i) => !gone.has(i)) : draft.decorations;
      return { ...mapSeats(draft, new Set(command.seats), () => null), decorations: kept };
    }
    case "flag":
      return mapSeats(draft, new Set(command.seats), (seat) => ({
        ...seat,
        flags: command.on ? seat.flags | command.bit : seat.flags & ~command.bit,
      }));
    case "assign":
      return assigned(draft, command);
    case "nameRows":
      return rowsNamed(draft, command);
    case "numberSeats":
      return eachRow(draft, command.seats, (row, chosen) => {
        const leftward = runsLeftward(row.seats);
        const labels = seatLabels(chosen.length, command.order, command.numbers, command.first);
        if (leftward) labels.reverse();
        const label = new Map(chosen.map((at, i) => [at, labels[i]!]));
        return { ...row, seats: row.seats.map((seat, at) => ({ ...seat, label: label.get(at) ?? seat.label })) };
      });
    case "addDecoration":
      return { ...draft, decorations: [...draft.decorations, command.item] };
    case "setDecoration":
      return { ...draft, decorations: draft.decorations.map((item, i) => (i === command.index ? command.item : item)) };
    case "replace":
      return command.draft;
  }
}

function moved(draft: PlanDraft, { seats, decorations = [], dx, dy }: Extract<Command, { do: "move" }>): PlanDraft {
  const drawn = new Set(decorations);
  const shift = <T extends { x: number; y: number }>(thing: T): T => ({ ...thing, x: tenth(thing.x + dx), y: tenth(thing.y + dy) });
  const next = seats.length > 0 ? mapSeats(draft, new Set(seats), shift) : draft;
  return drawn.size === 0 ? next : { ...next, decorations: next.decorations.map((item, i) => (drawn.has(i) ? shift(item) : item)) };
}

/** Seats turned or mirrored about the middle of the box they fill. */
function around(draft: PlanDraft, seats: readonly number[], turn: (dx: number, dy: number) => [number, number]): PlanDraft {
  const chosen = new Set(seats);
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  mapSeats(draft, chosen, (seat) => {
    [box.left, box.right] = [Math.min(box.left, seat.x), Math.max(box.right, seat.x)];
    [box.top, box.bottom] = [Math.min(box.top, seat.y), Math.max(box.bottom, seat.y)];
    return seat;
  });
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return mapSeats(draft, chosen, (seat) => {
    const [dx, dy] = turn(seat.x - x, seat.y - y);
    return { ...seat, x: tenth(x + dx), y: tenth(y + dy) };
  });
}

/** Copies stand in sections of their own, so that no ticket could mean two seats. */
function copied(draft: PlanDraft, { seats, dx, dy, mirrored, ids }: Extract<Command, { do: "copy" }>): PlanDraft {
  const chosen = new Set(seats);
  const others = new Set(Array.from({ length: seatCountOf(draft) }, (_, i) => i).filter((i) => !chosen.has(i)));
  const only = mapSeats(draft, others, () => null);
  const all = Array.from({ length: chosen.size }, (_, i) => i);
  const turned = mirrored ? around(only, all, (x, y) => [-x, y]) : only;
  const names = new Set(draft.sections.map(({ name }) => name));
  const copies = moved(turned, { do: "move", seats: all, dx, dy }).sections.map((section, i) => {
    const name = freeName(section.name, names);
    names.add(name);
    return { ...section, id: ids[i] ?? `${section.id}-copy-${draft.sections.length}`, name };
  });
  return { ...draft, sections: [...draft.sections, ...copies] };
}

/** "Stalls", else "Stalls 2", "Stalls 3": what no section is called yet. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const [, stem = name, number] = /^(.*?)(?: (\d+))?$/.exec(name) ?? [];
  for (let next = Number(number ?? 1) + 1; ; next += 1) if (!taken.has(`${stem} ${next}`)) return `${stem} ${next}`;
}

/** Seats go to another section with their row's label; a section or row that is not there yet is made. */
function assigned(draft: PlanDraft, { seats, section: to }: Extract<Command, { do: "assign" }>): PlanDraft {
  const chosen = new Set(seats);
  const rows = new Map<string, PlanRow>();
  let [next, price] = [0, 10_000];
  for (const section of draft.sections) {
    for (const row of section.rows) {
      const going = row.seats.filter(() => chosen.has(next++));
      if (going.length === 0) continue;
      price = section.priceMultiplierBps;
      rows.set(row.label, { label: row.label, seats: [...(rows.get(row.label)?.seats ?? []), ...going] });
    }
  }
  if (rows.size === 0) return draft;
  const kept = draft.sections.find(({ id }) => id === to.id);
  const left = mapSeats(draft, chosen, () => null);
  const there = left.sections.find(({ id }) => id === to.id);
  const mine = there?.rows.map((row) => {
    const more = rows.get(row.label);
    rows.delete(row.label);
    return more ? { ...row, seats: [...row.seats, ...more.seats] } : row;
  });
  const section: PlanSection = {
    ...(kept ?? { id: to.id, name: to.name, priceMultiplierBps: price }),
    rows: [...(mine ?? []), ...rows.values()],
  };
  const sections = there ? left.sections.map((one) => (one.id === to.id ? section : one)) : [...left.sections, section];
  return { ...left, sections };
}

function rowsNamed(draft: PlanDraft, { seats, names, first, backward }: Extract<Command, { do: "nameRows" }>): PlanDraft {
  const counts = new Map<string, number>();
  eachRow(draft, seats, (row, _chosen, sectionId) => {
    counts.set(sectionId, (counts.get(sectionId) ?? 0) + 1);
    return row;
  });
  const at = new Map<string, number>();
  return eachRow(draft, seats, (row, _chosen, sectionId) => {
    const index = at.get(sectionId) ?? 0;
    at.set(sectionId, index + 1);
    return { ...row, label: rowNameAt(names, backward ? counts.get(sectionId)! - 1 - index : index, first) };
  });
}

/** Each row that has a chosen seat, with the places of those in it. */
function eachRow(
  draft: PlanDraft,
  seats: readonly number[],
  change: (row: PlanRow, chosen: number[], sectionId: string) => PlanRow,
): PlanDraft {
  const chosen = new Set(seats);
  let next = 0;
  const sections = draft.sections.map((section) => {
    const rows = section.rows.map((row) => {
      const first = next;
      next += row.seats.length;
      const here = row.seats.flatMap((_, i) => (chosen.has(first + i) ? [i] : []));
      return here.length > 0 ? change(row, here, section.id) : row;
    });
    return rows.every((row, i) => row === section.rows[i]) ? section : { ...section, rows };
  });
  return { ...draft, sections };
}
