"use client";

import { useMemo } from "react";
import { PlanPicture } from "~/components/plan-picture";
import { Alert } from "~/components/ui/alert";
import { Skeleton } from "~/components/ui/skeleton";
import { generatePlan } from "~/domain/seating/plan/seating-plan-generate";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";

/** A venue that others keep: its plan, to be looked at. */
export function ShowVenue({ id }: { id: string }) {
  const { data: venue } = api.venue.byId.useQuery({ id });
  const { data: source } = api.venue.plan.useQuery({ venueId: id });
  const plan = useMemo(() => source && generatePlan(source), [source]);
  if (!venue || !plan) return <Skeleton className="h-96" />;
  return (
    <>
      <Alert tone="info" className="mb-8">
        This venue is shared: you may hold events here, and admins keep its plan.
      </Alert>
      <p className="text-ink-soft mb-4">
        {venue.address}, {venue.city}. {countOf(venue.seatCount, "seat")} in{" "}
        {countOf(venue.sections.length, "section")}.
      </p>
      <PlanPicture
        plan={plan}
        className="bg-raised border-line rounded-card max-h-[40rem] w-full border p-4"
      />
    </>
  );
}
