"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { ReactNode } from "react";
import {
  useForm,
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormRegisterReturn,
  type UseFormReturn,
} from "react-hook-form";
import type { z } from "zod";
import { Alert } from "./alert";
import { Field } from "./field";

/** react-hook-form checked by a zod schema: at the first submit, then as one types. */
export function useZodForm<Input extends FieldValues, Output extends FieldValues>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
): UseFormReturn<Input, unknown, Output> {
  return useForm<Input, unknown, Output>({
    resolver: zodResolver<Input, unknown, Output>(schema),
    defaultValues,
    mode: "onSubmit",
    reValidateMode: "onChange",
  });
}

/**
 * A Field tied to one value of the form: `children` gets what to spread on the control.
 * `<FormField form={form} name="email" label="Email">{(p) => <Input type="email" {...p} />}</FormField>`
 */
export function FormField<Input extends FieldValues, Output extends FieldValues, Name extends Path<Input>>({
  form,
  name,
  children,
  ...field
}: {
  form: UseFormReturn<Input, unknown, Output>;
  name: Name;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: (props: UseFormRegisterReturn<Name>) => ReactNode;
}) {
  const { error } = form.getFieldState(name, form.formState);
  return (
    <Field error={error?.message} {...field}>
      {children(form.register(name))}
    </Field>
  );
}

/** What the server answered about the form as a whole. Set it with `form.setError("root", { message })`. */
export function FormError<Input extends FieldValues, Output extends FieldValues>({
  form,
}: {
  form: UseFormReturn<Input, unknown, Output>;
}) {
  const message = form.formState.errors.root?.message;
  return message ? <Alert tone="danger">{message}</Alert> : null;
}
