"use client";

import { useWatch } from "react-hook-form";
import { FormField } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import type { Form } from "./event-form-type";
import { FormSection } from "./form-section";
import { useVenue } from "./use-venues";
import { VenueField } from "./venue-field";

/** Where and when, in the venue's own time. */
export function PlaceFields({ form }: { form: Form }) {
  const venueId = useWatch({ control: form.control, name: "venueId" });
  const { data: venue } = useVenue(venueId);
  const zone = venue ? `${venue.city} time (${venue.timeZone}).` : "In the venue's time.";
  return (
    <FormSection title="Where and when" hint={`Times are the venue's own. ${venue ? `Here: ${zone}` : ""}`}>
      <VenueField form={form} />
      <FormField form={form} name="startsAt" label="Starts" required hint={zone}>
        {(props) => <Input type="datetime-local" {...props} />}
      </FormField>
      <FormField form={form} name="endsAt" label="Ends" optional>
        {(props) => <Input type="datetime-local" {...props} />}
      </FormField>
      <FormField
        form={form}
        name="onSaleAt"
        label="Sales begin"
        optional
        hint="Empty: as soon as it is published."
      >
        {(props) => <Input type="datetime-local" {...props} />}
      </FormField>
      <FormField form={form} name="offSaleAt" label="Sales end" optional hint="Empty: when the event starts.">
        {(props) => <Input type="datetime-local" {...props} />}
      </FormField>
    </FormSection>
  );
}
