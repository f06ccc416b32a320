import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";

/** The form of the seller's details before it is there. */
export function SellerSkeleton() {
  return (
    <SkeletonRegion label="Your details are being read" className="grid max-w-2xl gap-5">
      <Skeleton className="h-20" />
      <Skeleton className="h-16" />
      <Skeleton className="h-28" />
      <Skeleton className="h-16" />
    </SkeletonRegion>
  );
}
