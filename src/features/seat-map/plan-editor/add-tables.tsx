"use client";

import { nanoid } from "nanoid";
import { useState, type FormEvent } from "react";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { freeName } from "~/domain/seating/editor/commands";
import { tableSection, type Tables } from "~/domain/seating/editor/tables";
import { attempt, Ending, placeBehind, takenIn, type AddProps } from "./add-rows";
import { NumberField } from "./number-field";

/** Tables, round or with two sides, each a row of its own. */
export function AddTables({ draft, onAdd, onCancel }: AddProps) {
  const [tables, setTables] = useState<Tables>(() => ({
    name: freeName("Tables", takenIn(draft)),
    tables: 12, perLine: 4, seatsPerTable: 8, shape: "round", prefix: "T", priceMultiplierBps: 10_000,
  }));
  const [problem, setProblem] = useState<string | null>(null);
  const set = (part: Partial<Tables>) => setTables({ ...tables, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt(setProblem, () => onAdd(tableSection({ ...tables, name: tables.name.trim() }, { id: nanoid(10), ...placeBehind(draft) })));
  };
  return (
    <form onSubmit={submit} className="grid gap-4" aria-label="Add tables">
      <Field label="Section">
        <Input value={tables.name} required maxLength={120} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <NumberField label="Tables" value={tables.tables} least={1} most={2_000} onChange={(count) => set({ tables: Math.round(count) })} />
        <NumberField label="Seats a table" value={tables.seatsPerTable} least={1} most={60} onChange={(seats) => set({ seatsPerTable: Math.round(seats) })} />
        <NumberField label="Tables side by side" value={tables.perLine} least={1} most={200} onChange={(perLine) => set({ perLine: Math.round(perLine) })} />
        <Field label="Shape">
          <Select value={tables.shape} onChange={(event) => set({ shape: event.target.value as Tables["shape"] })}>
            <option value="round">Round</option>
            <option value="rectangular">Rectangular</option>
          </Select>
        </Field>
        <Field label="Called, before the number" optional>
          <Input value={tables.prefix} maxLength={20} onChange={(event) => set({ prefix: event.target.value })} />
        </Field>
        <NumberField label="Price, times base" value={tables.priceMultiplierBps / 10_000} least={0} most={100} step={0.05} onChange={(price) => set({ priceMultiplierBps: Math.round(price * 10_000) })} />
      </div>
      <Ending problem={problem} onCancel={onCancel} label={`Add ${(tables.tables * tables.seatsPerTable).toLocaleString("en-IN")} seats`} />
    </form>
  );
}
