import { ChevronsLeft } from "lucide-react";
import Link from "next/link";
import { Button } from "./ui/button";
import { EmptyState } from "./ui/empty-state";

/** A list that has ended before the page of the address: where it ends, and the way there. */
export function BeyondEnd({
  page,
  pageCount,
  hrefFor,
}: {
  page: number;
  pageCount: number;
  hrefFor: (page: number) => string;
}) {
  const pages = pageCount === 1 ? "There is one page." : `The last one is page ${pageCount}.`;
  return (
    <EmptyState
      icon={ChevronsLeft}
      title={`There is no page ${page.toLocaleString("en-IN")}`}
      action={
        <Button asChild variant="secondary">
          <Link href={hrefFor(pageCount)}>{pageCount === 1 ? "Go to the first page" : "Go to the last page"}</Link>
        </Button>
      }
    >
      {pages}
    </EmptyState>
  );
}
