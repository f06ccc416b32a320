"use client";

import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import { Button } from "~/components/ui/button";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import type { Decoration, SectionLayout } from "~/domain/seating/plan/seating-plan";
import { placesOfSupply } from "~/domain/gst";
import { showRefusal } from "~/lib/form-refusal";
import { useLeaveWarning } from "~/lib/use-leave-warning";
import { venueFormSchema, type VenueForm } from "~/schemas/venue-form";
import { PlanPreview } from "./plan-preview";
import { SectionFields } from "./section-fields";

const zones = [
  "Asia/Kolkata",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "Asia/Calcutta"),
].filter((zone, index, all) => all.indexOf(zone) === index);
const states = Object.entries(placesOfSupply).sort(([, a], [, b]) => a.localeCompare(b));
const nothing: readonly Decoration[] = [];
const noLayouts: ReadonlyMap<string, SectionLayout> = new Map();

/** A venue's form with its plan beside it. `onSave` throws what the server refuses. */
export function VenueEditor({
  values,
  layouts = noLayouts,
  decorations = nothing,
  saveLabel,
  onSave,
}: {
  values: VenueForm;
  layouts?: ReadonlyMap<string, SectionLayout>;
  decorations?: readonly Decoration[];
  saveLabel: string;
  onSave: (values: VenueForm) => Promise<void>;
}) {
  const form = useZodForm<VenueForm, VenueForm>(venueFormSchema, values);
  useLeaveWarning(form.formState.isDirty);
  const sections = useWatch({ control: form.control, name: "sections" });
  const seen = useMemo(() => [...sections], [sections]);
  const submit = form.handleSubmit(async (given) => {
    try {
      await onSave(given);
      form.reset(given, { keepValues: true });
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      // On phones the plan stands between the venue's facts and its sections, on wide screens beside both.
      className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[1fr_26rem]"
    >
      <div className="grid gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <FormField form={form} name="name" label="Name of the venue" required>
            {(props) => <Input {...props} />}
          </FormField>
          <FormField form={form} name="city" label="City" required>
            {(props) => <Input {...props} />}
          </FormField>
        </div>
        <FormField form={form} name="address" label="Address" required>
          {(props) => <Textarea rows={2} {...props} />}
        </FormField>
        <div className="grid gap-5 sm:grid-cols-2">
          <FormField form={form} name="stateCode" label="State" required hint="GST goes by it: to this state, or as IGST.">
            {(props) => (
              <Select {...props}>
                <option value="">Choose</option>
                {states.map(([code, name]) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </FormField>
          <FormField form={form} name="timeZone" label="Time zone" hint="Events here are shown in it.">
            {(props) => (
              <Select {...props}>
                {zones.map((zone) => (
                  <option key={zone}>{zone}</option>
                ))}
              </Select>
            )}
          </FormField>
        </div>
        <FormField
          form={form}
          name="amenities"
          label="Amenities"
          hint="With commas between: parking, lift, bar."
        >
          {(props) => <Input {...props} />}
        </FormField>
      </div>
      <div className="top-24 max-lg:order-1 lg:sticky lg:row-span-2">
        <PlanPreview sections={seen} layouts={layouts} decorations={decorations} />
      </div>
      <div className="grid gap-5 max-lg:order-2">
        <h2 className="display text-xl">Sections</h2>
        <SectionFields form={form} layouts={layouts} />
        <div className="border-line grid justify-items-start gap-4 border-t pt-6">
          <FormError form={form} />
          <Button type="submit" size="lg" loading={form.formState.isSubmitting}>
            {saveLabel}
          </Button>
        </div>
      </div>
    </form>
  );
}
