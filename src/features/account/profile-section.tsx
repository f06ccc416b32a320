import type { ReactNode } from "react";

/** One matter of the profile: what it is at the left, what one does about it at the right. */
export function ProfileSection({
  id,
  title,
  description,
  children,
}: {
  id: string;
  title: string;
  description: ReactNode;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={id}
      className="border-line grid gap-x-16 gap-y-6 border-t py-10 md:grid-cols-[18rem_1fr]"
    >
      <div>
        <h2 id={id} className="display text-xl">
          {title}
        </h2>
        <p className="text-ink-soft mt-2 text-sm leading-6">{description}</p>
      </div>
      <div className="max-w-xl min-w-0">{children}</div>
    </section>
  );
}
