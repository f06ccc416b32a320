import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { cn } from "~/lib/utils";

/** The pages to name: first, last, the current one and its neighbours; a null is a gap. */
export function pagesToShow(page: number, pageCount: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pageCount].filter((p) => p >= 1 && p <= pageCount);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((p, i) => {
    const before = pages[i - 1];
    if (before === undefined || p - before === 1) return [p];
    return p - before === 2 ? [p - 1, p] : [null, p];
  });
}

const cell =
  "rounded-control figures grid h-11 min-w-11 place-items-center px-2 font-medium transition-colors";

/** Links to other pages of a list. `hrefFor` keeps the filters of the URL. One page: nothing. */
export function Pagination({
  page,
  pageCount,
  hrefFor,
  label = "Pages",
}: {
  page: number;
  pageCount: number;
  hrefFor: (page: number) => string;
  label?: string;
}) {
  if (pageCount <= 1) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-center gap-1">
      <Step page={page - 1} enabled={page > 1} hrefFor={hrefFor} direction="previous" />
      {pagesToShow(page, pageCount).map((p, i) =>
        p === null ? (
          <span key={`gap-${i}`} aria-hidden className="text-ink-soft grid h-11 w-6 place-items-center">
            …
          </span>
        ) : (
          <Link
            key={p}
            href={hrefFor(p)}
            aria-label={`Page ${p}`}
            aria-current={p === page ? "page" : undefined}
            className={cn(cell, p === page ? "bg-ink text-paper" : "hover:bg-surface")}
          >
            {p}
          </Link>
        ),
      )}
      <Step page={page + 1} enabled={page < pageCount} hrefFor={hrefFor} direction="next" />
    </nav>
  );
}

function Step({
  page,
  enabled,
  hrefFor,
  direction,
}: {
  page: number;
  enabled: boolean;
  hrefFor: (page: number) => string;
  direction: "previous" | "next";
}) {
  const Icon = direction === "previous" ? ChevronLeft : ChevronRight;
  const label = direction === "previous" ? "Previous page" : "Next page";
  if (!enabled) {
    return (
      <span aria-hidden className={cn(cell, "text-line-strong")}>
        <Icon className="size-5" />
      </span>
    );
  }
  return (
    <Link
      href={hrefFor(page)}
      aria-label={label}
      rel={direction === "next" ? "next" : "prev"}
      className={cn(cell, "hover:bg-surface")}
    >
      <Icon aria-hidden className="size-5" />
    </Link>
  );
}
