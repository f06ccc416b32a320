import { useId, type ReactNode } from "react";

/** One component of the kit, under its name; its states stand side by side. */
export function Showcase({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} data-component={name} className="border-line border-t py-8">
      <h2 id={id} className="display mb-5 text-xl">
        {name}
      </h2>
      <div className="grid gap-6">{children}</div>
    </section>
  );
}

/** A row of small things. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}

/** Larger things, beside one another where there is room. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className="grid items-start gap-6 sm:grid-cols-2 lg:grid-cols-3">{children}</div>;
}
