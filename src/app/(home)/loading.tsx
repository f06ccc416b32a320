import { Container } from "~/components/container";
import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";
import { EventGridSkeleton } from "~/features/events/event-grid";

export default function Loading() {
  return (
    <Container className="pt-10 sm:pt-16">
      <SkeletonRegion label="The programme is loading">
        <Skeleton className="h-12 max-w-2xl sm:h-16" />
        <Skeleton className="mt-4 mb-8 h-6 max-w-lg" />
        <Skeleton className="rounded-card! h-64 md:h-20" />
        <Skeleton className="mt-16 mb-5 h-9 w-64" />
        <EventGridSkeleton count={4} />
      </SkeletonRegion>
    </Container>
  );
}
