"use client";

import { useState, type ReactNode } from "react";
import { Sheet, SheetContent, SheetTrigger } from "~/components/ui/sheet";
import { barButton } from "./booking-bar";
import { BookingPanel, type BookingPanelProps } from "./booking-panel";

/** The whole order, from below. `sum` is what the button shows. */
export function OrderSheet({
  panel,
  sum,
  defaultOpen,
}: {
  panel: BookingPanelProps;
  sum: ReactNode;
  defaultOpen: boolean;
}) {
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger className={barButton}>{sum}</SheetTrigger>
      <SheetContent side="bottom" title="Your order">
        <BookingPanel {...panel} />
      </SheetContent>
    </Sheet>
  );
}
