import { Container } from "~/components/container";
import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";

/** The event page's shape while it is on its way. */
export function EventDetailsSkeleton() {
  return (
    <Container className="pt-6">
      <SkeletonRegion label="The event is loading">
        <Skeleton className="h-5 w-52" />
        <div className="mt-6 grid gap-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-4 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] sm:gap-8">
            <Skeleton className="rounded-card! aspect-3/4 w-full" />
            <div>
              <Skeleton className="h-6 w-24 rounded-full!" />
              <Skeleton className="mt-4 h-12 w-4/5" />
              <Skeleton className="mt-3 h-6 w-3/5" />
              <Skeleton className="mt-10 h-5 w-2/3" />
              <Skeleton className="mt-4 h-5 w-1/2" />
              <Skeleton className="mt-4 h-5 w-1/3" />
            </div>
          </div>
          <Skeleton className="rounded-card! hidden h-56 lg:block" />
        </div>
      </SkeletonRegion>
    </Container>
  );
}
