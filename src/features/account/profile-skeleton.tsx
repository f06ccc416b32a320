import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";

/** The profile's own shape, empty. */
export function ProfileSkeleton() {
  return (
    <SkeletonRegion label="Your profile is loading">
      <div className="pt-8 pb-6 sm:pt-12 sm:pb-8">
        <Skeleton className="h-10 w-64 max-w-full" />
        <Skeleton className="mt-3 h-6 w-80 max-w-full" />
      </div>
      {[2, 2, 3].map((fields, section) => (
        <div
          key={section}
          className="border-line grid gap-x-16 gap-y-6 border-t py-10 md:grid-cols-[18rem_1fr]"
        >
          <div>
            <Skeleton className="h-7 w-36" />
            <Skeleton className="mt-3 h-10 w-60 max-w-full" />
          </div>
          <div className="grid max-w-xl gap-5">
            {Array.from({ length: fields }, (_, field) => (
              <Skeleton key={field} className="h-16" />
            ))}
          </div>
        </div>
      ))}
    </SkeletonRegion>
  );
}
