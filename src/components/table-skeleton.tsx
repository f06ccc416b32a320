import { Skeleton } from "./ui/skeleton";

/** A title, a row of controls and a table, before they are there. */
export function TablePageSkeleton({ rows = 8, figures = 0 }: { rows?: number; figures?: number }) {
  return (
    <div aria-busy="true" className="pt-8 sm:pt-12">
      <span className="sr-only" role="status">
        Loading
      </span>
      <Skeleton className="h-10 w-64" />
      {figures > 0 && (
        <div className="mt-8 grid grid-cols-2 gap-6 lg:grid-cols-4">
          {Array.from({ length: figures }, (_, index) => (
            <Skeleton key={index} className="h-20" />
          ))}
        </div>
      )}
      <Skeleton className="mt-8 h-11 w-full max-w-md" />
      <TableSkeleton rows={rows} />
    </div>
  );
}

/** Rows of a table before they are there. */
export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="mt-6 grid gap-3" aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} className="h-11 w-full" />
      ))}
    </div>
  );
}
