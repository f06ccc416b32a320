import type { Metadata } from "next";
import { Alert } from "~/components/ui/alert";
import { saleStateAt, type SaleState } from "~/domain/event-state";
import { env } from "~/env";
import { formatWhen } from "~/lib/dates";
import { currentUser } from "~/server/auth";
import { BookingHeader } from "./booking-header";
import { BookingScreen } from "./booking-screen";
import { readEvent } from "./event";

type Props = { params: Promise<{ eventId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await readEvent((await params).eventId);
  return {
    title: `Choose seats for ${event.title}`,
    description: `${event.title} at ${event.venue.name}, ${event.venue.city}: choose your seats, see the whole price.`,
    robots: { index: false },
  };
}

export default async function BookingPage({ params }: Props) {
  const [event, user] = await Promise.all([readEvent((await params).eventId), currentUser()]);
  const state = saleStateAt(event, new Date());
  const saleEndsAt = event.offSaleAt && event.offSaleAt < event.startsAt ? event.offSaleAt : event.startsAt;
  return (
    <div className="flex min-h-[calc(100dvh-var(--nav-height))] flex-col lg:grid lg:h-[calc(100dvh-var(--nav-height))] lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_minmax(0,1fr)]">
      <div className="lg:col-start-1">
        <BookingHeader event={event} />
        {state !== "ON_SALE" && (
          <Alert tone="warning" title={closed[state]} className="mx-4 mb-4 sm:mx-6 lg:mx-8">
            {state === "NOT_YET" && event.onSaleAt
              ? `Come back ${formatWhen(event.onSaleAt, event.venue)}. You can look around until then.`
              : "You can look at the plan, but no seat can be had."}
          </Alert>
        )}
      </div>
      <BookingScreen
        eventId={event.id}
        planHash={event.planHash}
        signedIn={user !== null}
        limit={env.MAX_SEATS_PER_USER}
        warnOfOrphans={event.orphanRule !== "OFF"}
        saleEndsAt={state === "ON_SALE" ? saleEndsAt : null}
      />
    </div>
  );
}

const closed: Record<Exclude<SaleState, "ON_SALE">, string> = {
  NOT_YET: "Not on sale yet",
  ENDED: "Ticket sales have ended",
  NOT_PUBLISHED: "Not on sale",
  CANCELLED: "This event has been cancelled",
};
