import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { refusalOf } from "./api-error";

/** Puts what the server refused beside the field it names, else over the form. */
export function showRefusal<Input extends FieldValues, Output extends FieldValues>(
  form: UseFormReturn<Input, unknown, Output>,
  error: unknown,
): void {
  const { field, message } = refusalOf(error);
  if (field && field in form.getValues())
    form.setError(field as Path<Input>, { message }, { shouldFocus: true });
  else form.setError("root", { message });
}
