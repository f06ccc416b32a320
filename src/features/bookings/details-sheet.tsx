"use client";

import { InvoiceLinks } from "~/components/invoice-links";
import { Sheet, SheetContent, SheetTrigger } from "~/components/ui/sheet";
import { formatPaise } from "~/domain/money";
import { allIn, allInShares, GST_BPS, rateOf } from "~/domain/tax";
import { formatSpan, formatWhen } from "~/lib/dates";
import { refundWords } from "~/lib/refund-words";
import { cancellationTerms, paidBy, statusBadges, type Booking } from "./booking-facts";
import { DetailsButton } from "./booking-details";

const methods = { CARD: "card", UPI: "UPI", NETBANKING: "netbanking" };

/** All that is known of a booking, in a drawer: seats and prices, payment, cancellation, address. */
export function DetailsSheet({ booking, defaultOpen }: { booking: Booking; defaultOpen: boolean }) {
  const { event } = booking;
  const paid = paidBy(booking);
  const shares = allInShares(booking.items.map((item) => item.pricePaise), rateOf(booking));
  const terms = cancellationTerms(booking) ?? (booking.status === "CONFIRMED" ? "This booking can't be cancelled any more." : null);
  return (
    <Sheet defaultOpen={defaultOpen}>
      <SheetTrigger asChild>
        <DetailsButton />
      </SheetTrigger>
      <SheetContent title={event.title} description={`Booking ${booking.bookingNumber}`}>
        <dl className="grid gap-4">
          <Fact label="Status">
            {statusBadges[booking.status].word}
            {booking.cancelledAt && `, ${formatWhen(booking.cancelledAt, { timeZone: event.venue.timeZone })}`}
          </Fact>
          <Fact label="When">{formatSpan(event.startsAt, event.endsAt, event.venue)}</Fact>
          <Fact label="Where">
            {event.venue.name}, {event.venue.address}, {event.venue.city}
          </Fact>
          <Fact label="Booked">{formatWhen(booking.createdAt, { timeZone: event.venue.timeZone })}</Fact>
          {paid && paid.capturedPaise > 0 && (
            <Fact label="Paid">
              {formatPaise(paid.capturedPaise)} by {methods[paid.method]}
            </Fact>
          )}
          {booking.refunds.length > 0 && <Fact label="Refund">{refundWords(booking.refunds) ?? "The refund did not go through yet; we are on it."}</Fact>}
          {terms && <Fact label="Cancelling">{terms}</Fact>}
        </dl>
        <h3 className="display mt-6 text-lg">What it costs</h3>
        <table className="figures mt-2 w-full text-sm">
          <tbody>
            {booking.items.map((item, index) => (
              <Line key={item.id} label={`${item.sectionName}, row ${item.rowLabel} seat ${item.seatLabel}`}>
                {formatPaise(shares[index] ?? 0)}
              </Line>
            ))}
            {booking.discountPaise > 0 && (
              <Line label={booking.couponCode ? `Coupon ${booking.couponCode}` : "Discount"}>
                −{formatPaise(allIn(booking.subtotalPaise, rateOf(booking)) - booking.totalPaise)}
              </Line>
            )}
            <Line label="Total, all in" strong>
              {formatPaise(booking.totalPaise)}
            </Line>
            {booking.taxPaise > 0 && <Line label={`GST ${GST_BPS / 100}% in it`}>{formatPaise(booking.taxPaise)}</Line>}
          </tbody>
        </table>
        {paid && paid.capturedPaise > 0 && booking.confirmedAt && <InvoiceLinks bookingId={booking.id} className="mt-6" />}
      </SheetContent>
    </Sheet>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-ink-soft text-sm">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Line({ label, strong, children }: { label: string; strong?: boolean; children: React.ReactNode }) {
  return (
    <tr className="border-line border-b last:border-b-0">
      <th scope="row" className={`py-2 pr-4 text-left ${strong ? "font-semibold" : "font-normal"}`}>
        {label}
      </th>
      <td className={`py-2 text-right whitespace-nowrap ${strong ? "font-semibold" : ""}`}>{children}</td>
    </tr>
  );
}
