import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";

/** Bookings before they are there. */
export function BookingListSkeleton() {
  return (
    <SkeletonRegion label="Loading your bookings" className="divide-line divide-y">
      {[0, 1, 2].map((row) => (
        <div key={row} className="flex gap-4 py-6 sm:gap-6">
          <Skeleton className="aspect-3/4 w-16 shrink-0 sm:w-28" />
          <div className="flex-1">
            <Skeleton className="h-6 w-24 rounded-full!" />
            <Skeleton className="mt-3 h-6 w-72 max-w-full" />
            <Skeleton className="mt-2 h-5 w-56 max-w-full" />
            <Skeleton className="mt-2 h-5 w-40" />
            <Skeleton className="mt-4 h-9 w-32" />
          </div>
        </div>
      ))}
    </SkeletonRegion>
  );
}
