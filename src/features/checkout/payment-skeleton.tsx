import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";

/** The payment page before the booking is there. */
export function PaymentSkeleton() {
  return (
    <SkeletonRegion label="Loading your booking" className="py-6 sm:py-10">
      <Skeleton className="h-6 w-64" />
      <Skeleton className="mt-4 h-10 w-80 max-w-full" />
      <div className="mt-8 grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-12">
        <Skeleton className="rounded-card! h-96 lg:order-last" />
        <div>
          <Skeleton className="h-7 w-64 max-w-full" />
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="mt-3 h-16" />
          ))}
          <Skeleton className="mt-5 h-13" />
        </div>
      </div>
    </SkeletonRegion>
  );
}
