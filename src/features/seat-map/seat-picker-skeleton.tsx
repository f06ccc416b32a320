import { Skeleton } from "~/components/ui/skeleton";

/** Tabs and a hall: rows that bend round a stage. */
export function SeatPickerSkeleton() {
  return (
    <div role="status" aria-label="The seats are loading" className="flex min-h-104 flex-1 flex-col">
      <div className="border-line flex h-11 shrink-0 items-center gap-6 border-b px-4 sm:px-6 lg:px-8">
        <Skeleton className="h-5 w-14" />
        <Skeleton className="h-5 w-14" />
      </div>
      <div className="flex flex-1 flex-col items-center justify-center gap-5 p-6">
        <Skeleton className="h-10 w-2/5 max-w-72" />
        {[52, 60, 68, 76, 84, 92].map((width) => (
          <Skeleton key={width} style={{ width: `${width}%` }} className="h-6 max-w-4xl rounded-full!" />
        ))}
      </div>
    </div>
  );
}
