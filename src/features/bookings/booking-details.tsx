"use client";

import type { ComponentProps } from "react";
import { Button } from "~/components/ui/button";
import { OnDemand } from "~/lib/on-demand";
import type { Booking } from "./booking-facts";

const loadSheet = () => import("./details-sheet").then((module) => module.DetailsSheet);

/** All that is known of a booking, behind a button. */
export function BookingDetails({ booking }: { booking: Booking }) {
  return (
    <OnDemand load={loadSheet} props={{ booking }} popup="dialog">
      {(opener) => <DetailsButton {...opener} />}
    </OnDemand>
  );
}

/** The button alone. */
export function DetailsButton(props: ComponentProps<typeof Button>) {
  return (
    <Button variant="ghost" size="sm" className="first:-ml-3" {...props}>
      Details
    </Button>
  );
}
