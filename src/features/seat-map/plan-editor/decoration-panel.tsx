"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import type { Decoration } from "~/domain/seating/plan/seating-plan";

import { NumberField } from "./number-field";

type Props = { item: Decoration; onChange: (item: Decoration) => void; onDelete: () => void };

export const decorationWords: Record<Decoration["kind"], string> = {
  stage: "Stage", screen: "Screen", pitch: "Pitch", ring: "Ring", area: "Bar, desk or wall", text: "Text",
};

/** A stage, a bar, a text: what it is called, where it is and how large. Lengths are in seats. */
export function DecorationPanel({ item, onChange, onDelete }: Props) {
  const seats = (length: number) => Math.round(length) / 10;
  return (
    <div className="grid gap-4">
      <p className="font-medium">{decorationWords[item.kind]}</p>
      <TextField key={item.kind === "text" ? item.text : item.label} item={item} onChange={onChange} />
      <div className="grid grid-cols-2 gap-3">
        <NumberField label="From the left" value={seats(item.x)} least={-9_000} most={9_000} step={0.5} onChange={(x) => onChange({ ...item, x: x * 10 })} />
        <NumberField label="From the top" value={seats(item.y)} least={-9_000} most={9_000} step={0.5} onChange={(y) => onChange({ ...item, y: y * 10 })} />
        {item.kind === "text" ? (
          <NumberField label="Size" value={item.size} least={4} most={200} onChange={(size) => onChange({ ...item, size })} />
        ) : (
          <>
            <NumberField label="Width" value={seats(item.width)} least={1} most={2_000} step={0.5} onChange={(width) => onChange({ ...item, width: width * 10 })} />
            <NumberField label="Depth" value={seats(item.height)} least={0.5} most={2_000} step={0.5} onChange={(height) => onChange({ ...item, height: height * 10 })} />
            <NumberField label="Turned by degrees" value={item.rotation ?? 0} least={-180} most={180} onChange={(rotation) => onChange({ ...item, rotation })} />
          </>
        )}
      </div>
      <Button variant="secondary" className="justify-self-start" onClick={onDelete}>
        <Trash2 aria-hidden /> Delete
      </Button>
    </div>
  );
}

function TextField({ item, onChange }: Pick<Props, "item" | "onChange">) {
  const known = item.kind === "text" ? item.text : (item.label ?? "");
  const [typed, setTyped] = useState(known);
  const take = () => {
    const text = typed.trim();
    if (text === known || (item.kind === "text" && text === "")) return;
    if (item.kind === "text") return onChange({ ...item, text });
    const { label: _label, ...rest } = item;
    onChange(text === "" ? rest : { ...rest, label: text });
  };
  return (
    <Field label={item.kind === "text" ? "Text" : "Name"}>
      <Input
        value={typed}
        maxLength={60}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
      />
    </Field>
  );
}
