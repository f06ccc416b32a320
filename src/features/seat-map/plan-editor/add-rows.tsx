"use client";

import { nanoid } from "nanoid";
import { useState, type FormEvent } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { AppError } from "~/domain/errors";
import { blockSection, standingSection, type Block } from "~/domain/seating/editor/blocks";
import { freeName } from "~/domain/seating/editor/commands";
import type { PlanDraft } from "~/domain/seating/editor/draft";
import type { PlanSection } from "~/domain/seating/plan/seating-plan";
import { boundsOf } from "~/domain/seating/plan/seating-plan-bounds";
import { NumberField } from "./number-field";
import { orderWords, rowWords, countWords } from "./scheme-words";

export type AddProps = { draft: PlanDraft; onAdd: (section: PlanSection) => void; onCancel: () => void };

/** Behind all there is, in its middle: nothing is covered, and it is chosen to be moved at once. */
export function placeBehind({ sections, decorations }: PlanDraft): { x: number; y: number } {
  if (sections.length + decorations.length === 0) return { x: 0, y: 0 };
  const { left, right, bottom } = boundsOf([...sections], [...decorations]);
  return { x: Math.round((left + right) / 2), y: Math.round(bottom + 40) };
}

/** Names that sections have already. */
export const takenIn = ({ sections }: PlanDraft) => new Set(sections.map(({ name }) => name));

/** A block of rows, or a single row, straight or curved, with names and numbers as the house has them. */
export function AddRows({ draft, onAdd, onCancel }: AddProps) {
  const [block, setBlock] = useState<Block>(() => ({
    name: freeName("Stalls", takenIn(draft)),
    rows: 8, seatsPerRow: 14, shape: "straight", growth: 0, aisles: [],
    rowNames: "letters-but-io", firstRow: 1, seatOrder: "left-to-right", seatNumbers: "all", priceMultiplierBps: 10_000,
  }));
  const [aisles, setAisles] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const set = (part: Partial<Block>) => setBlock({ ...block, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const after = aisles.split(/[\s,]+/).filter(Boolean).map(Number);
    if (after.some((seat) => !Number.isInteger(seat) || seat < 1)) return setProblem("Gangways are seat numbers such as 4, 10.");
    attempt(setProblem, () => onAdd(blockSection({ ...block, name: block.name.trim(), aisles: after }, { id: nanoid(10), ...placeBehind(draft) })));
  };
  return (
    <form onSubmit={submit} className="grid gap-4" aria-label="Add rows">
      <Field label="Section">
        <Input value={block.name} required maxLength={120} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <NumberField label="Rows" value={block.rows} least={1} most={200} onChange={(rows) => set({ rows })} />
        <NumberField label="Seats a row" value={block.seatsPerRow} least={1} most={500} onChange={(seatsPerRow) => set({ seatsPerRow })} />
        <Field label="Shape">
          <Select value={block.shape} onChange={(event) => set({ shape: event.target.value as Block["shape"] })}>
            <option value="straight">Straight</option>
            <option value="curved">Curved</option>
          </Select>
        </Field>
        <NumberField label="More each row" value={block.growth} least={-20} most={20} step={0.1} onChange={(growth) => set({ growth })} />
        {block.shape === "curved" && (
          <NumberField label="Radius, in seats" value={(block.radius ?? block.seatsPerRow * 10) / 10} least={1} most={2_000} onChange={(radius) => set({ radius: radius * 10 })} />
        )}
        <Field label="Gangway after seat" optional>
          <Input value={aisles} inputMode="numeric" placeholder="4, 10" onChange={(event) => setAisles(event.target.value)} />
        </Field>
        <Field label="Rows are called">
          <Select value={block.rowNames} onChange={(event) => set({ rowNames: event.target.value as Block["rowNames"] })}>
            {Object.entries(rowWords).map(([value, word]) => <option key={value} value={value}>{word}</option>)}
          </Select>
        </Field>
        <NumberField label="First row is number" value={block.firstRow} least={1} most={400} onChange={(firstRow) => set({ firstRow })} />
        <Field label="Numbers run">
          <Select value={block.seatOrder} onChange={(event) => set({ seatOrder: event.target.value as Block["seatOrder"] })}>
            {Object.entries(orderWords).map(([value, word]) => <option key={value} value={value}>{word}</option>)}
          </Select>
        </Field>
        <Field label="Numbers">
          <Select value={block.seatNumbers} disabled={block.seatOrder === "from-middle"} onChange={(event) => set({ seatNumbers: event.target.value as Block["seatNumbers"] })}>
            {Object.entries(countWords).map(([value, word]) => <option key={value} value={value}>{word}</option>)}
          </Select>
        </Field>
        <NumberField label="Price, times base" value={block.priceMultiplierBps / 10_000} least={0} most={100} step={0.05} onChange={(price) => set({ priceMultiplierBps: Math.round(price * 10_000) })} />
      </div>
      <Ending problem={problem} onCancel={onCancel} label={`Add ${(block.rows * block.seatsPerRow).toLocaleString("en-IN")} seats`} />
    </form>
  );
}

/** A standing area with its capacity. */
export function AddStanding({ draft, onAdd, onCancel }: AddProps) {
  const [name, setName] = useState(() => freeName("Floor", takenIn(draft)));
  const [places, setPlaces] = useState(200);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt(setProblem, () => onAdd(standingSection({ name: name.trim(), places, priceMultiplierBps: 10_000 }, { id: nanoid(10), ...placeBehind(draft) })));
  };
  return (
    <form onSubmit={submit} className="grid gap-4" aria-label="Add a standing area">
      <Field label="Area">
        <Input value={name} required maxLength={120} onChange={(event) => setName(event.target.value)} />
      </Field>
      <NumberField label="Places" value={places} least={1} most={20_000} onChange={(value) => setPlaces(Math.round(value))} />
      <Ending problem={problem} onCancel={onCancel} label={`Add ${places.toLocaleString("en-IN")} places`} />
    </form>
  );
}

/** How a form of the editor ends. */
export function Ending({ problem, label, onCancel }: { problem: string | null; label: string; onCancel: () => void }) {
  return (
    <>
      {problem && <Alert tone="danger">{problem}</Alert>}
      <div className="flex gap-3">
        <Button type="submit">{label}</Button>
        <Button variant="ghost" onClick={onCancel}>Cancel</Button>
      </div>
    </>
  );
}

/** Does what a form asks; what a rule refuses is said in the form. */
export function attempt(setProblem: (problem: string | null) => void, work: () => void): void {
  try {
    setProblem(null);
    work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    setProblem(error.userMessage);
  }
}
