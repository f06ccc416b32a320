"use client";

import { Accessibility, AlignCenterVertical, AlignEndHorizontal, AlignEndVertical, AlignStartHorizontal, AlignStartVertical, Copy, EyeOff, FlipHorizontal2, RotateCcw, RotateCw, Trash2, UserRound } from "lucide-react";
import { nanoid } from "nanoid";
import { useMemo, useState, type ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { freeName, type Command } from "~/domain/seating/editor/commands";
import { seatsOf, type PlanDraft } from "~/domain/seating/editor/draft";
import type { RowNames, SeatNumbers, SeatOrder } from "~/domain/seating/editor/numbering";
import { seatFlags } from "~/domain/seating/flags";
import { countOf, listOf } from "~/lib/words";
import { copyCommand } from "./copy-command";
import { NumberField } from "./number-field";
import { countWords, orderWords, rowWords } from "./scheme-words";

type Props = { draft: PlanDraft; seats: ReadonlySet<number>; onCommand: (command: Command) => void };

const flagButtons = [
  { bit: seatFlags.accessible, label: "Wheelchair place", icon: Accessibility },
  { bit: seatFlags.companion, label: "Companion seat", icon: UserRound },
  { bit: seatFlags.restrictedView, label: "Restricted view", icon: EyeOff },
];

/** Sections where seats of several are chosen, else rows. */
const alignButtons = [
  { edge: "left", label: "Left", icon: AlignStartVertical },
  { edge: "centre", label: "Middle", icon: AlignCenterVertical },
  { edge: "right", label: "Right", icon: AlignEndVertical },
  { edge: "front", label: "Front", icon: AlignStartHorizontal },
  { edge: "back", label: "Back", icon: AlignEndHorizontal },
] as const;

/** Everything that can be done to the seats that are chosen. */
export function SelectionPanel({ draft, seats: chosen, onCommand }: Props) {
  const seats = useMemo(() => [...chosen].sort((a, b) => a - b), [chosen]);
  const found = useMemo(() => [...seatsOf(draft)].filter(({ ordinal }) => chosen.has(ordinal)), [draft, chosen]);
  const names = [...new Set(found.map(({ section }) => section.name))];
  const standing = found.every(({ seat }) => seat.flags & seatFlags.standing);
  return (
    <div className="grid gap-6">
      <p className="figures" role="status">
        {countOf(seats.length, standing ? "place" : "seat")} of {listOf(names.slice(0, 3))}
        {names.length > 3 && ` and ${names.length - 3} more`}
      </p>
      <Group title="Change">
        <Press icon={<Copy aria-hidden />} onPress={() => onCommand(copyCommand(draft, seats, false))}>Copy</Press>
        <Press icon={<FlipHorizontal2 aria-hidden />} onPress={() => onCommand(copyCommand(draft, seats, true))}>Copy to the other side</Press>
        <Press icon={<FlipHorizontal2 aria-hidden />} onPress={() => onCommand({ do: "mirror", seats })}>Mirror</Press>
        <Press icon={<RotateCcw aria-hidden />} onPress={() => onCommand({ do: "turn", seats, degrees: -15 })}>Turn left</Press>
        <Press icon={<RotateCw aria-hidden />} onPress={() => onCommand({ do: "turn", seats, degrees: 15 })}>Turn right</Press>
        <Press icon={<Trash2 aria-hidden />} onPress={() => onCommand({ do: "remove", seats })}>Delete</Press>
      </Group>
      <Group title="Line up">
        {alignButtons.map(({ edge, label, icon: Icon }) => (
          <Press key={edge} icon={<Icon aria-hidden />} onPress={() => onCommand({ do: "align", seats, edge })}>{label}</Press>
        ))}
      </Group>
      {!standing && (
        <Group title="What they are">
          {flagButtons.map(({ bit, label, icon: Icon }) => {
            const on = found.every(({ seat }) => seat.flags & bit);
            return (
              <Press key={bit} pressed={on} icon={<Icon aria-hidden />} onPress={() => onCommand({ do: "flag", seats, bit, on: !on })}>{label}</Press>
            );
          })}
        </Group>
      )}
      <MoveBy key={`move-${seats[0]}-${seats.length}`} onMove={(dx, dy) => onCommand({ do: "move", seats, dx, dy })} />
      <Assign draft={draft} seats={seats} onCommand={onCommand} />
      {!standing && <Numbering seats={seats} onCommand={onCommand} />}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={title}>
      <h3 className="text-ink-soft mb-2 text-sm font-medium">{title}</h3>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}

function Press({ icon, pressed, onPress, children }: { icon: ReactNode; pressed?: boolean; onPress: () => void; children: string }) {
  return (
    <Button variant={pressed ? "primary" : "secondary"} size="sm" aria-pressed={pressed} onClick={onPress}>
      {icon} {children}
    </Button>
  );
}

function MoveBy({ onMove }: { onMove: (dx: number, dy: number) => void }) {
  const [by, setBy] = useState({ x: 0, y: 0 });
  return (
    <div role="group" aria-label="Move" className="grid grid-cols-[1fr_1fr_auto] items-end gap-3">
      <NumberField label="Right, in seats" value={by.x} least={-2_000} most={2_000} step={0.5} onChange={(x) => setBy({ ...by, x })} />
      <NumberField label="Down, in seats" value={by.y} least={-2_000} most={2_000} step={0.5} onChange={(y) => setBy({ ...by, y })} />
      <Button variant="secondary" disabled={by.x === 0 && by.y === 0} onClick={() => onMove(by.x * 10, by.y * 10)}>Move</Button>
    </div>
  );
}

function Assign({ draft, seats, onCommand }: { draft: PlanDraft; seats: number[]; onCommand: (command: Command) => void }) {
  const assign = (id: string) => {
    if (id === "") return;
    const known = draft.sections.find((section) => section.id === id);
    const section = known ?? { id: nanoid(10), name: freeName("New section", new Set(draft.sections.map(({ name }) => name))) };
    onCommand({ do: "assign", seats, section: { id: section.id, name: section.name } });
  };
  return (
    <Field label="Give them to another section" hint="A section has one name and one price.">
      <Select value="" onChange={(event) => assign(event.target.value)}>
        <option value="">Choose a section</option>
        {draft.sections.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        <option value="new">A new section</option>
      </Select>
    </Field>
  );
}

function Numbering({ seats, onCommand }: { seats: number[]; onCommand: (command: Command) => void }) {
  const [rows, setRows] = useState<{ names: RowNames; first: number; backward: boolean }>({ names: "letters-but-io", first: 1, backward: false });
  const [numbers, setNumbers] = useState<{ order: SeatOrder; numbers: SeatNumbers; first: number }>({ order: "left-to-right", numbers: "all", first: 1 });
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2.5 font-medium">Names and numbers</summary>
      <div className="grid grid-cols-2 items-end gap-3 pt-2">
        <Field label="Call the rows">
          <Select value={rows.names} onChange={(event) => setRows({ ...rows, names: event.target.value as RowNames })}>
            {Object.entries(rowWords).map(([value, word]) => <option key={value} value={value}>{word}</option>)}
          </Select>
        </Field>
        <NumberField label="From row number" value={rows.first} least={1} most={400} onChange={(first) => setRows({ ...rows, first })} />
        <Field label="Begin">
          <Select value={rows.backward ? "back" : "front"} onChange={(event) => setRows({ ...rows, backward: event.target.value === "back" })}>
            <option value="front">At the front</option>
            <option value="back">At the back</option>
          </Select>
        </Field>
        <Button variant="secondary" onClick={() => onCommand({ do: "nameRows", seats, ...rows })}>Name rows</Button>
        <Field label="Seats run">
          <Select value={numbers.order} onChange={(event) => setNumbers({ ...numbers, order: event.target.value as SeatOrder })}>
            {Object.entries(orderWords).map(([value, word]) => <option key={value} value={value}>{word}</option>)}
          </Select>
        </Field>
        <Field label="Count">
          <Select value={numbers.numbers} disabled={numbers.order === "from-middle"} onChange={(event) => setNumbers({ ...numbers, numbers: event.target.value as SeatNumbers })}>
            {Object.entries(countWords).map(([value, word]) => <option key={value} value={value}>{word}</option>)}
          </Select>
        </Field>
        <NumberField label="First number" value={numbers.first} least={1} most={9_999} onChange={(first) => setNumbers({ ...numbers, first: Math.round(first) })} />
        <Button variant="secondary" onClick={() => onCommand({ do: "numberSeats", seats, ...numbers })}>Number seats</Button>
      </div>
    </details>
  );
}
