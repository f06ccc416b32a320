import { Container } from "~/components/container";
import { PageHeader } from "~/components/page-header";
import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";
import { EventGridSkeleton } from "~/features/events/event-grid";

export default function Loading() {
  return (
    <Container>
      <PageHeader title="Events" />
      <SkeletonRegion label="Events are loading">
        <Skeleton className="h-13 w-full" />
        <div className="mt-4 flex gap-2 overflow-hidden">
          {Array.from({ length: 8 }, (_, i) => (
            <Skeleton key={i} className="h-9 w-24 shrink-0 rounded-full!" />
          ))}
        </div>
        <Skeleton className="mt-8 mb-6 h-5 w-56" />
        <EventGridSkeleton count={12} />
      </SkeletonRegion>
    </Container>
  );
}
