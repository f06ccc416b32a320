import { Poster } from "~/components/poster";
import { formatDay, formatTime } from "~/lib/dates";
import type { Booking } from "./payment-phase";

type TicketBooking = Pick<Booking, "bookingNumber" | "event">;
type Seat = Pick<Booking["items"][number], "sectionName" | "rowLabel" | "seatLabel">;

/** A seat's ticket, drawn as one: poster, facts, and the stub with the seat beyond the perforation. */
export function Ticket({ booking, seat }: { booking: TicketBooking; seat: Seat }) {
  const { event, bookingNumber } = booking;
  return (
    <article
      aria-label={`Ticket for row ${seat.rowLabel} seat ${seat.seatLabel}, ${seat.sectionName}`}
      className="bg-raised rounded-card border-line relative flex overflow-hidden border max-sm:flex-col"
    >
      <div className="flex min-w-0 flex-1">
        <Poster event={event} className="w-24! shrink-0 self-start rounded-none! sm:w-32!" eager />
        <div className="flex min-w-0 flex-1 flex-col p-4 sm:p-5">
          <p className="text-ink-soft figures text-sm">
            {formatDay(event.startsAt, event.venue)}, {formatTime(event.startsAt, event.venue)}
          </p>
          <p className="display mt-1 text-xl leading-tight">{event.title}</p>
          <p className="text-ink-soft mt-1 text-sm">
            {event.venue.name}, {event.venue.city}
          </p>
          <p className="figures mt-auto pt-3 text-sm font-semibold tracking-wider">{bookingNumber}</p>
        </div>
      </div>
      <Perforation />
      <dl className="flex shrink-0 gap-6 p-4 text-center sm:grid sm:w-44 sm:grid-cols-2 sm:content-center sm:gap-3 sm:p-5">
        <div className="min-w-0 grow max-sm:text-left sm:col-span-2">
          <dt className="text-ink-soft text-xs">Section</dt>
          <dd className="truncate font-medium">{seat.sectionName}</dd>
        </div>
        <div>
          <dt className="text-ink-soft text-xs">Row</dt>
          <dd className="display figures text-3xl sm:text-4xl">{seat.rowLabel}</dd>
        </div>
        <div>
          <dt className="text-ink-soft text-xs">Seat</dt>
          <dd className="display figures text-3xl sm:text-4xl">{seat.seatLabel}</dd>
        </div>
      </dl>
    </article>
  );
}

/** A dashed line between two bites. */
function Perforation() {
  const bite = "bg-paper border-line absolute size-5 rounded-full border";
  return (
    <div aria-hidden className="border-line-strong relative border-dashed max-sm:mx-3 max-sm:border-t sm:my-3 sm:border-l">
      <span className={`${bite} max-sm:-top-2.5 max-sm:-left-6 sm:-top-6 sm:-left-2.5`} />
      <span className={`${bite} max-sm:-top-2.5 max-sm:-right-6 sm:-bottom-6 sm:-left-2.5`} />
    </div>
  );
}
