import { SlidersHorizontal } from "lucide-react";
import type { ComponentProps } from "react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";

/** What opens the filters on phones; `behind` counts those in force that are not in sight. */
export function DrawerButton({ behind, ...props }: { behind: number } & ComponentProps<typeof Button>) {
  return (
    <Button variant="secondary" size="sm" className="rounded-full! md:hidden" {...props}>
      <SlidersHorizontal aria-hidden /> Filters {behind > 0 && <Badge tone="outline">{behind}</Badge>}
    </Button>
  );
}
