import type { ReactNode } from "react";

/** A part of a long form: what it is about at the left, its fields at the right. */
export function FormSection({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset className="border-line grid gap-x-12 gap-y-4 border-t py-8 md:grid-cols-[16rem_1fr]">
      <div>
        <legend className="display float-left text-xl">{title}</legend>
        {hint && <p className="text-ink-soft clear-left pt-1 text-sm">{hint}</p>}
      </div>
      <div className="grid gap-5 sm:grid-cols-2 [&>.wide]:sm:col-span-2">{children}</div>
    </fieldset>
  );
}
