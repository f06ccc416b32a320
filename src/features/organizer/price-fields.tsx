"use client";

import { useWatch } from "react-hook-form";
import { FormField } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import type { Form } from "./event-form-type";
import { FormSection } from "./form-section";
import { SectionPrices } from "./section-prices";

/** What a seat costs, in each section. */
export function PriceFields({ form }: { form: Form }) {
  const [venueId, typed] = useWatch({ control: form.control, name: ["venueId", "basePricePaise"] });
  const paise = /^\d{1,7}(\.\d{1,2})?$/.test(typed.trim()) ? Math.round(Number(typed) * 100) : null;
  return (
    <FormSection title="Price" hint="Buyers see all they pay from the first screen on: with 18% GST, or without where you are not registered for it.">
      <FormField form={form} name="basePricePaise" label="Base price in rupees, before GST" required>
        {(props) => <Input inputMode="decimal" placeholder="499" {...props} />}
      </FormField>
      <div className="wide">
        <SectionPrices venueId={venueId} basePricePaise={paise} />
      </div>
    </FormSection>
  );
}
