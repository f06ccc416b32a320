"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "~/components/ui/skeleton";
import { PlanRoom } from "~/features/venues/plan-room";

const PlanEditor = dynamic(() => import("~/features/seat-map/plan-editor/plan-editor").then((module) => module.PlanEditor), {
  ssr: false,
  loading: () => <Skeleton className="h-[60vh]" />,
});

/** The drawing board comes when it is needed. */
export function PlanScreen({ id }: { id: string }) {
  return <PlanRoom id={id} Board={PlanEditor} />;
}
