"use client";

import { useRouter } from "next/navigation";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { FormError, FormField, useZodForm } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { showRefusal } from "~/lib/form-refusal";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";
import { ConfirmAddress } from "./confirm-address";

const loadSchema = () => import("~/schemas/account").then(({ profileFormSchema }) => profileFormSchema);

type Details = Pick<RouterOutputs["user"]["profile"], "name" | "email" | "phone" | "emailVerifiedAt">;

const valuesOf = ({ name, phone }: Pick<Details, "name" | "phone">) => ({
  name,
  phone: spacedPhone(phone ?? ""),
});

/** "+91 98765 43210", as people here read it; other countries' numbers as they are. */
function spacedPhone(phone: string): string {
  return phone.replace(/^(\+91)(\d{5})(\d{5})$/, "$1 $2 $3");
}

/** Name and phone. The mail address is what one signs in with, and stays. */
export function DetailsForm({ profile }: { profile: Details }) {
  const form = useZodForm(loadSchema, valuesOf(profile));
  const update = api.user.updateProfile.useMutation();
  const utils = api.useUtils();
  const router = useRouter();
  const { isSubmitting, isDirty } = form.formState;

  const submit = form.handleSubmit(async (given) => {
    try {
      const saved = await update.mutateAsync(given);
      utils.user.profile.setData(undefined, saved);
      form.reset(valuesOf(saved));
      toast.success("Your details are saved.");
      router.refresh();
    } catch (error) {
      showRefusal(form, error);
    }
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      <FormError form={form} />
      <FormField form={form} name="name" label="Name" required>
        {(props) => <Input autoComplete="name" defaultValue={profile.name} {...props} />}
      </FormField>
      <div className="grid justify-items-start gap-2">
        <Field label="Email address" hint="What you sign in with." className="w-full">
          <Input type="email" value={profile.email} readOnly className="bg-surface!" />
        </Field>
        <ConfirmAddress verified={profile.emailVerifiedAt !== null} />
      </div>
      <FormField form={form} name="phone" label="Phone" optional>
        {(props) => (
          <Input
            type="tel"
            autoComplete="tel"
            placeholder="98765 43210"
            defaultValue={valuesOf(profile).phone}
            {...props}
          />
        )}
      </FormField>
      <div>
        <Button type="submit" loading={isSubmitting} disabled={!isDirty}>
          Save details
        </Button>
      </div>
    </form>
  );
}
