import Link from "next/link";
import type { ReactNode } from "react";

/** One figure and what it is; with `href`, a way to what is behind it. Stands in a dl. */
export function Stat({
  label,
  value,
  note,
  href,
}: {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  href?: string;
}) {
  return (
    <div className="border-line relative border-t pt-3">
      <dt className="text-ink-soft text-sm">
        {href ? (
          <Link href={href} className="underline-offset-4 after:absolute after:inset-0 hover:underline">
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className="display figures mt-1 text-lg sm:text-2xl">{value}</dd>
      {note && <dd className="text-ink-soft mt-1 text-sm">{note}</dd>}
    </div>
  );
}
