import Link from "next/link";
import { categoryOrder, categoryWords } from "~/lib/categories";
import type { RouterOutputs } from "~/trpc/react";
import { eventsHref } from "./search-params";

/** The house's programme: every category that has events, as large words with their number. */
export function CategoryIndex({
  categories,
}: {
  categories: RouterOutputs["event"]["facets"]["categories"];
}) {
  const counts = new Map(categories.map(({ category, count }) => [category, count]));
  return (
    <section aria-labelledby="programme">
      <h2 id="programme" className="sr-only">
        By category
      </h2>
      <ul className="border-line border-t">
        {categoryOrder.map((category) => {
          const count = counts.get(category) ?? 0;
          if (count === 0) return null;
          return (
            <li key={category} className="border-line border-b">
              <Link
                href={eventsHref({ category })}
                className="group hover:bg-surface flex items-baseline justify-between gap-4 px-1 py-3 transition-colors sm:py-4"
              >
                <span className="display text-2xl sm:text-4xl">{categoryWords[category].label}</span>
                <span className="figures text-ink-soft text-sm whitespace-nowrap sm:text-base">
                  {count} {count === 1 ? categoryWords[category].one : categoryWords[category].many}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
