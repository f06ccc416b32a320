import { Skeleton } from "~/components/ui/skeleton";
import { SeatPickerSkeleton } from "~/features/seat-map/seat-picker-skeleton";

export default function BookingLoading() {
  return (
    <div className="flex min-h-[calc(100dvh-var(--nav-height))] flex-col lg:grid lg:h-[calc(100dvh-var(--nav-height))] lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_minmax(0,1fr)]">
      <div className="px-4 py-3 sm:px-6 lg:px-8">
        <Skeleton className="my-3 h-5 w-20" />
        <Skeleton className="mt-1 h-7 w-72 max-w-full" />
      </div>
      <div className="flex min-h-0 flex-1 flex-col lg:col-start-1">
        <SeatPickerSkeleton />
      </div>
      <div className="border-line bg-raised col-start-2 row-span-2 row-start-1 hidden border-l p-6 lg:block">
        <Skeleton className="mt-6 h-8 w-8" />
        <Skeleton className="mt-4 h-7 w-40" />
        <Skeleton className="mt-3 h-12 w-full" />
      </div>
    </div>
  );
}
