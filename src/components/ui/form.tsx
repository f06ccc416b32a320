"use client";

import { useEffect, useEffectEvent, type ReactNode } from "react";
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

type Schema<Input, Output> = z.ZodType<Output, Input>;

const loadResolver = () => import("@hookform/resolvers/zod");

/**
 * react-hook-form checked by a zod schema: at the first submit, then as one types. Zod is a third of a light page:
 * where the schema is given as a way to load it, both come once somebody goes to a field.
 */
export function useZodForm<Input extends FieldValues, Output extends FieldValues>(
  schema: Schema<Input, Output> | (() => Promise<Schema<Input, Output>>),
  defaultValues: DefaultValues<Input>,
): UseFormReturn<Input, unknown, Output> {
  const load = typeof schema === "function" ? schema : async () => schema;
  const ahead = useEffectEvent(() => void Promise.all([loadResolver(), load()]).catch(() => undefined));
  useEffect(() => {
    const onFocus = () => ahead();
    document.addEventListener("focusin", onFocus, { once: true });
    return () => document.removeEventListener("focusin", onFocus);
  }, []);
  return useForm<Input, unknown, Output>({
    resolver: async (...asked) => {
      const [{ zodResolver }, known] = await Promise.all([loadResolver(), load()]);
      return zodResolver<Input, unknown, Output>(known)(...asked);
    },
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
