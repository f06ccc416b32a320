"use client";

import { useWatch } from "react-hook-form";
import { FormField } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import type { Form } from "./event-form-type";
import { FormSection } from "./form-section";

/** What buyers may do with their tickets and with seats left over. */
export function RuleFields({ form }: { form: Form }) {
  const mayCancel = useWatch({ control: form.control, name: "mayCancel" });
  return (
    <>
    <FormSection title="Confirmation" hint="Stands in the mail with the tickets.">
      <FormField form={form} name="confirmationNote" label="Your words for who comes" optional className="wide">
        {(props) => <Textarea rows={3} placeholder="Doors open an hour before. Parking is behind the hall." {...props} />}
      </FormField>
    </FormSection>
    <FormSection title="Rules" hint="Each booking keeps the rules it was bought under.">
      <FormField form={form} name="mayCancel" label="May buyers cancel?" className="wide">
        {(props) => (
          <Select {...props}>
            <option value="yes">Yes, until some hours before the start</option>
            <option value="no">No, tickets are final</option>
          </Select>
        )}
      </FormField>
      {mayCancel === "yes" && (
        <>
          <FormField form={form} name="cancelUntilHours" label="Hours before the start">
            {(props) => <Input inputMode="numeric" {...props} />}
          </FormField>
          <FormField form={form} name="cancelRefundBps" label="Percent given back">
            {(props) => <Input inputMode="numeric" {...props} />}
          </FormField>
        </>
      )}
      <FormField
        form={form}
        name="orphanRule"
        label="A choice that leaves one seat alone"
        className="wide"
        hint="A single seat between two taken ones is hard to sell."
      >
        {(props) => (
          <Select {...props}>
            <option value="OFF">Is allowed</option>
            <option value="WARN">Is warned of</option>
            <option value="REFUSE">Is refused</option>
          </Select>
        )}
      </FormField>
    </FormSection>
    </>
  );
}
