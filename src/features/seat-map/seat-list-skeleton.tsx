import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";

/** The list before its seats are there: legend, sections, the first of them open. */
export function SeatListSkeleton() {
  return (
    <SkeletonRegion label="Loading the seats">
      <div className="flex flex-wrap gap-5">
        {[20, 16, 24, 28, 12].map((width, i) => (
          <Skeleton key={i} className="h-7" style={{ width: `${width * 4}px` }} />
        ))}
      </div>
      <div className="border-line mt-6 border-t">
        {[0, 1, 2].map((section) => (
          <div key={section} className="border-line border-b py-3">
            <div className="flex min-h-10 items-center gap-3 px-1">
              <Skeleton className="h-9 w-1.5" />
              <div className="flex-1">
                <Skeleton className="h-5 w-40" />
                <Skeleton className="mt-1.5 h-4 w-24" />
              </div>
              <Skeleton className="h-5 w-16" />
            </div>
            {section === 0 && (
              <div className="mt-4 grid gap-2 overflow-hidden">
                {[9, 10, 11, 11, 12].map((seats, row) => (
                  <div key={row} className="ml-9 flex gap-2">
                    {Array.from({ length: seats }, (_, i) => (
                      <Skeleton
                        key={i}
                        className="size-9 shrink-0 rounded-t-[11px] rounded-b-[5px] lg:size-8"
                      />
                    ))}
                  </div>
                ))}
              </div>
            )}
          </div>
        ))}
      </div>
    </SkeletonRegion>
  );
}
