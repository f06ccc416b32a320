"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Skeleton } from "~/components/ui/skeleton";
import { refusalOf } from "~/lib/api-error";
import { formatWhen } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { api, type RouterOutputs } from "~/trpc/react";
import { OrderNotes } from "./order-notes";
import { momentWords } from "./order-words";

type Booking = Pick<RouterOutputs["organizer"]["bookingMoney"], "id" | "status" | "buyer" | "event">;

/** What may be done with a booking beside its money: whose name it carries, tickets once more, notes; and its history. */
export function OrderDetails({ booking }: { booking: Booking }) {
  const query = api.organizer.order.useQuery({ bookingId: booking.id }, { staleTime: 0 });
  const { data } = query;
  if (!data) {
    return query.isError ? (
      <p className="text-danger mt-6">What happened to this booking could not be read. Close this and try again.</p>
    ) : (
      <Skeleton className="mt-6 h-40" />
    );
  }
  return (
    <>
      {booking.status === "CONFIRMED" && <Tickets key={data.attendeeName} booking={booking} attendeeName={data.attendeeName} />}
      <OrderNotes bookingId={booking.id} notes={data.notes} timeZone={booking.event.timeZone} />
      <Timeline moments={data.timeline} timeZone={booking.event.timeZone} />
    </>
  );
}

function Tickets({ booking, attendeeName }: { booking: Booking; attendeeName: string | null }) {
  const utils = api.useUtils();
  const { id: bookingId, buyer } = booking;
  const [name, setName] = useState(attendeeName ?? buyer.name);
  const settle = {
    onSuccess: () => utils.organizer.invalidate(),
    onError: (error: unknown) => void toast.error(refusalOf(error).message),
  };
  const rename = api.organizer.renameAttendee.useMutation(settle);
  const resend = api.organizer.resendTickets.useMutation(settle);
  const typed = name.trim();
  return (
    <section aria-labelledby="order-tickets" className="border-line mt-6 border-t pt-6">
      <h3 id="order-tickets" className="display text-lg">
        Tickets
      </h3>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate(
            { bookingId, name: typed === buyer.name ? "" : typed },
            { onSuccess: () => toast.success(`The tickets are in the name of ${typed || buyer.name}.`) },
          );
        }}
      >
        <Field label="Name on the tickets" hint={`Bought by ${buyer.name}, whose booking it stays.`}>
          <Input value={name} maxLength={120} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" size="sm" variant="secondary" loading={rename.isPending} disabled={typed === (attendeeName ?? buyer.name)}>
            Save the name
          </Button>
          <Button
            size="sm"
            variant="secondary"
            loading={resend.isPending}
            onClick={() =>
              resend.mutate({ bookingId }, { onSuccess: ({ email }) => toast.success(`The tickets are on their way to ${email}.`) })
            }
          >
            Send the tickets again
          </Button>
        </div>
      </form>
    </section>
  );
}

function Timeline({ moments, timeZone }: { moments: RouterOutputs["organizer"]["order"]["timeline"]; timeZone: string }) {
  return (
    <section aria-labelledby="order-timeline" className="border-line mt-6 border-t pt-6">
      <h3 id="order-timeline" className="display text-lg">
        What happened
      </h3>
      <ol className="border-line mt-3 grid gap-4 border-l pl-4 text-sm">
        {moments.map((moment, index) => {
          const { line, more } = momentWords(moment);
          return (
            <li key={index} className="before:bg-ink-soft relative before:absolute before:top-1.5 before:-left-[1.3rem] before:size-2 before:rounded-full">
              <p className="font-medium">{line}</p>
              {more && <p className="break-words">{more}</p>}
              <p className="text-ink-soft">{formatWhen(moment.at, { timeZone })}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
