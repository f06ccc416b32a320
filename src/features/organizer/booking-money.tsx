"use client";

import { useState } from "react";
import { InvoiceLinks } from "~/components/invoice-links";
import { useMay } from "~/components/standing";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Sheet, SheetContent, SheetTrigger } from "~/components/ui/sheet";
import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";
import { formatPaise } from "~/domain/money";
import { nameInSection } from "~/domain/seating/seat-name";
import { formatWhen } from "~/lib/dates";
import { countOf } from "~/lib/words";
import { api, type RouterOutputs } from "~/trpc/react";
import { CallOffBooking } from "./call-off-booking";
import { OrderDetails } from "./orders/order-details";
import { causeWords } from "./orders/order-words";
import { RefundPart } from "./refund-part";

export type BookingMoney = RouterOutputs["organizer"]["bookingMoney"];

/** A booking's number, which opens its money: what was paid, what went back, and giving some or all of it back. */
export function BookingMoneySheet({
  bookingId,
  bookingNumber,
}: {
  bookingId: string;
  bookingNumber: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger asChild>
        <Button
          variant="ghost"
          size="sm"
          className="figures -ml-3"
          aria-label={`Booking ${bookingNumber}: money and refunds`}
        >
          {bookingNumber}
        </Button>
      </SheetTrigger>
      <SheetContent title={`Booking ${bookingNumber}`} description="Money, tickets, notes and all that happened">
        <Money bookingId={bookingId} onEnded={() => setOpen(false)} />
      </SheetContent>
    </Sheet>
  );
}

function Money({ bookingId, onEnded }: { bookingId: string; onEnded: () => void }) {
  const query = api.organizer.bookingMoney.useQuery({ bookingId }, { staleTime: 0 });
  const refunds = useMay("MANAGER");
  const { data } = query;
  if (!data && query.isError) {
    return (
      <ErrorState
        title="This booking did not load"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  if (!data) {
    return (
      <SkeletonRegion label="The booking is being read" className="grid gap-3">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
        <Skeleton className="h-32" />
      </SkeletonRegion>
    );
  }
  const stands = data.status === "CONFIRMED" && refunds;
  return (
    <>
      <Facts money={data} />
      <Refunds money={data} />
      {data.paid && <InvoiceLinks bookingId={bookingId} className="mt-6" />}
      {stands && data.leftPaise >= 100 && <RefundPart money={data} />}
      {stands && <CallOffBooking money={data} onEnded={onEnded} />}
      <OrderDetails booking={data} />
    </>
  );
}

const methods = { CARD: "card", UPI: "UPI", NETBANKING: "netbanking" };

function Facts({ money }: { money: BookingMoney }) {
  const facts = [
    ["Buyer", `${money.buyer.name}, ${money.buyer.email}`],
    [
      countOf(money.seatCount, "seat"),
      money.items.map(nameInSection).join(", "),
    ],
    [
      "Paid",
      money.paid
        ? `${formatPaise(money.paid.amountPaise)} by ${methods[money.paid.method]}`
        : money.totalPaise === 0
          ? "Nothing: a coupon covered it"
          : "Nothing",
    ],
  ];
  return (
    <dl className="grid gap-4">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className="text-ink-soft text-sm">{label}</dt>
          <dd className="figures break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const states = {
  PENDING: "on its way",
  PROCESSING: "on its way",
  COMPLETED: "done",
  FAILED: "failed, an admin looks at it",
};

function Refunds({ money }: { money: BookingMoney }) {
  if (money.refunds.length === 0) return null;
  return (
    <section aria-label="Refunds" className="mt-6">
      <h3 className="display text-lg">Refunds</h3>
      <ul className="divide-line mt-1 divide-y text-sm">
        {money.refunds.map((refund) => (
          <li key={refund.id} className="flex justify-between gap-3 py-2">
            <span>
              {causeWords[refund.cause]}, {states[refund.status]}
              <span className="text-ink-soft block">
                {formatWhen(refund.createdAt, { timeZone: money.event.timeZone })}
              </span>
            </span>
            <span className="figures whitespace-nowrap">{formatPaise(refund.amountPaise)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
