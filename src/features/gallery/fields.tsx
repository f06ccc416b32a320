"use client";

import { useState } from "react";
import { Checkbox } from "~/components/ui/checkbox";
import { Field } from "~/components/ui/field";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Label } from "~/components/ui/label";
import { PasswordInput } from "~/components/ui/password-input";
import { RadioCard, RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { Slider } from "~/components/ui/slider";
import { StarInput } from "~/components/ui/star-input";
import { Switch } from "~/components/ui/switch";
import { Textarea } from "~/components/ui/textarea";
import { requestPasswordResetSchema } from "~/schemas/account";
import { Columns, Row, Showcase } from "./showcase";

/** What is filled in and chosen. */
export function Fields() {
  const [stars, setStars] = useState(4);
  return (
    <>
      <Showcase name="Field">
        <Columns>
          <Field label="Name" hint="As it should stand on your tickets." required>
            <Input defaultValue="Asha Rao" />
          </Field>
          <Field label="Email address" error="Write it like name@example.com." required>
            <Input defaultValue="asha@" />
          </Field>
          <Field label="Phone" optional>
            <Input disabled placeholder="+91" />
          </Field>
        </Columns>
      </Showcase>
      <Showcase name="Form">
        <RefusedForm />
      </Showcase>
      <Showcase name="Label">
        <Row>
          <Label htmlFor="gallery-label">Coupon code</Label>
        </Row>
      </Showcase>
      <Showcase name="Input">
        <Columns>
          <Input id="gallery-label" placeholder="What are you looking for?" />
          <Input aria-label="A day" type="date" defaultValue="2096-12-12" />
        </Columns>
      </Showcase>
      <Showcase name="PasswordInput">
        <Columns>
          <PasswordInput aria-label="Password" defaultValue="paper-elephant-9" autoComplete="off" />
        </Columns>
      </Showcase>
      <Showcase name="Select">
        <Columns>
          <Select aria-label="City" defaultValue="Chennai">
            <option>Chennai</option>
            <option>Mumbai</option>
          </Select>
          <Select aria-label="City, not to be chosen" disabled>
            <option>Every city</option>
          </Select>
        </Columns>
      </Showcase>
      <Showcase name="Textarea">
        <Columns>
          <Textarea aria-label="Review" defaultValue="The veena was heard in the last row." />
        </Columns>
      </Showcase>
      <Showcase name="Checkbox">
        <Row>
          <Checkbox label="Off" />
          <Checkbox label="On" hint="With a hint below" defaultChecked />
          <Checkbox label="Some" checked="indeterminate" />
          <Checkbox label="Not now" disabled />
        </Row>
      </Showcase>
      <Showcase name="RadioGroup">
        <RadioGroup aria-label="Ways to pay" defaultValue="upi" className="max-w-md">
          <RadioCard value="upi" label="UPI" hint="Any UPI app" />
          <RadioCard value="card" label="Card" />
          <RadioCard value="netbanking" label="Netbanking" disabled />
        </RadioGroup>
      </Showcase>
      <Showcase name="Switch">
        <div className="grid max-w-md gap-2">
          <Switch label="On" hint="Reminders a day before" defaultChecked />
          <Switch label="Off" />
          <Switch label="Not now" disabled />
        </div>
      </Showcase>
      <Showcase name="Slider">
        <div className="max-w-md">
          <Slider thumbLabels={["Lowest price", "Highest price"]} defaultValue={[20, 70]} />
        </div>
      </Showcase>
      <Showcase name="StarInput">
        <StarInput label="Your rating" value={stars} onChange={setStars} />
        <StarInput label="A rating not given" value={0} onChange={() => undefined} disabled />
      </Showcase>
    </>
  );
}

function RefusedForm() {
  const form = useZodForm(requestPasswordResetSchema, { email: "asha" });
  const refused = { ...form, formState: { ...form.formState, errors: { root: { message: "That was too many tries. Please try again in 5 minutes." } } } };
  return (
    <form className="grid max-w-md gap-4" noValidate onSubmit={(event) => event.preventDefault()}>
      <FormError form={refused as typeof form} />
      <FormField form={form} name="email" label="Email address" required>
        {(props) => <Input type="email" {...props} />}
      </FormField>
    </form>
  );
}
