import { Skeleton } from "~/components/ui/skeleton";
import { SeatListSkeleton } from "~/features/seat-map/seat-list-skeleton";

export default function BookingLoading() {
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div>
        <div className="px-4 pt-4 pb-5 sm:px-6 lg:px-8 lg:pt-6">
          <Skeleton className="my-3 h-5 w-20" />
          <Skeleton className="mt-2 h-9 w-72 max-w-full" />
          <Skeleton className="mt-2 h-5 w-60" />
        </div>
        <div className="px-4 pt-2 pb-32 sm:px-6 lg:px-8">
          <SeatListSkeleton />
        </div>
      </div>
      <div className="border-line bg-raised hidden min-h-[calc(100dvh-var(--nav-height))] border-l p-6 lg:block">
        <Skeleton className="mt-6 h-8 w-8" />
        <Skeleton className="mt-4 h-7 w-40" />
        <Skeleton className="mt-3 h-12 w-full" />
      </div>
    </div>
  );
}
