"use client";

import type { ComponentProps } from "react";
import { Button } from "~/components/ui/button";
import { OnDemand } from "~/lib/on-demand";
import { cancellationTerms, type Booking } from "./booking-facts";

const loadDialog = () => import("./cancel-dialog").then((module) => module.CancelDialog);

/** Gives a booking up, after a question. Nothing where that is not possible. */
export function CancelBooking({ booking }: { booking: Booking }) {
  const pending = booking.status === "PENDING";
  if (!pending && cancellationTerms(booking) === null) return null;
  return (
    <OnDemand load={loadDialog} props={{ booking }} popup="dialog">
      {(opener) => <CancelButton pending={pending} {...opener} />}
    </OnDemand>
  );
}

/** The button alone; `pending`: nothing was paid yet. */
export function CancelButton({ pending, ...props }: { pending: boolean } & ComponentProps<typeof Button>) {
  return (
    <Button variant="ghost" size="sm" {...props}>
      {pending ? "Let the seats go" : "Cancel"}
    </Button>
  );
}
