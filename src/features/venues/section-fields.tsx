"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, type UseFormReturn } from "react-hook-form";
import { Button } from "~/components/ui/button";
import { FieldError } from "~/components/ui/field";
import { FormField } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import type { SectionLayout } from "~/domain/seating/plan/seating-plan";
import type { VenueForm } from "~/schemas/venue-form";
import { newSection } from "./venue-values";

export type Form = UseFormReturn<VenueForm, unknown, VenueForm>;

/** The venue's sections, one under the other, front to back. */
export function SectionFields({ form, layouts }: { form: Form; layouts: ReadonlyMap<string, SectionLayout> }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "sections" });
  return (
    <div className="grid gap-4">
      {fields.map((field, index) => (
        <SectionRow
          key={field.id}
          form={form}
          index={index}
          imported={layouts.get(field.sectionId)?.rows !== undefined}
          onRemove={() => remove(index)}
        />
      ))}
      <FieldError>{form.formState.errors.sections?.root?.message}</FieldError>
      <div>
        <Button variant="secondary" onClick={() => append(newSection())}>
          <Plus aria-hidden /> Add a section
        </Button>
      </div>
    </div>
  );
}

type Row = { form: Form; index: number; imported: boolean; onRemove: () => void };

/** An imported section's seats are its file's: only its name and price are changed here. */
function SectionRow({ form, index, imported, onRemove }: Row) {
  const at = `sections.${index}` as const;
  return (
    <fieldset className="border-line border-t pt-4">
      <legend className="sr-only">Section {index + 1}</legend>
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-4">
        <FormField form={form} name={`${at}.name`} label="Section" required className="col-span-2">
          {(props) => <Input {...props} />}
        </FormField>
        {!imported && (
          <>
            <FormField form={form} name={`${at}.rowCount`} label="Rows" required>
              {(props) => <Input inputMode="numeric" {...props} />}
            </FormField>
            <FormField form={form} name={`${at}.seatsPerRow`} label="Seats a row" required>
              {(props) => <Input inputMode="numeric" {...props} />}
            </FormField>
          </>
        )}
        <FormField form={form} name={`${at}.priceMultiplier`} label="Price, times base" required>
          {(props) => <Input inputMode="decimal" {...props} />}
        </FormField>
        {!imported && (
          <>
            <FormField form={form} name={`${at}.shape`} label="Shape">
              {(props) => (
                <Select {...props}>
                  <option value="straight">Straight</option>
                  <option value="curved">Curved</option>
                </Select>
              )}
            </FormField>
            <FormField form={form} name={`${at}.rowLabels`} label="Rows are named">
              {(props) => (
                <Select {...props}>
                  <option value="A">A, B, C</option>
                  <option value="1">1, 2, 3</option>
                </Select>
              )}
            </FormField>
          </>
        )}
        <div className="flex h-full items-end justify-end">
          <Button variant="ghost" size="icon" aria-label={`Remove section ${index + 1}`} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        </div>
      </div>
      {imported ? (
        <p className="text-ink-soft mt-3 text-sm">Its seats come from an imported plan.</p>
      ) : (
      <details className="mt-3">
        <summary className="text-ink-soft min-h-11 cursor-pointer py-2.5 text-sm">
          Place on the plan (empty: behind the section before it)
        </summary>
        <div className="grid grid-cols-3 gap-3">
          <FormField form={form} name={`${at}.x`} label="Across" hint="10 is a seat.">
            {(props) => <Input inputMode="decimal" {...props} />}
          </FormField>
          <FormField form={form} name={`${at}.y`} label="Down" hint="Front row's middle.">
            {(props) => <Input inputMode="decimal" {...props} />}
          </FormField>
          <FormField form={form} name={`${at}.rotation`} label="Turned by" hint="Degrees.">
            {(props) => <Input inputMode="decimal" {...props} />}
          </FormField>
        </div>
      </details>
      )}
    </fieldset>
  );
}
