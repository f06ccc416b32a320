import Link from "next/link";
import { InfoPage, InfoPart } from "./info-page";

type HelpFacts = {
  /** Seats a person may have at one event. */
  limit: number;
  holdMinutes: number;
  keepMinutes: number;
  pauseMinutes: number;
  /** Events at which a person may hold seats at once. */
  events: number;
};

/** What buyers ask most, by the moment they ask it. */
export function Help({ limit, holdMinutes, keepMinutes, pauseMinutes, events }: HelpFacts) {
  return (
    <InfoPage title="Help" description="Choosing, paying, going: what people ask us most.">
      <InfoPart title="Choosing seats">
        <p>
          Open an event, press Choose seats, and pick them on the map or from the list. The price you see on a seat is the price you pay: GST is in
          it, and we add no fee.
        </p>
        <p>
          When you press Hold, the seats are yours for {holdMinutes} minutes and nobody else can buy them. You may ask for more time twice. One
          person can have up to {limit} seats at one event.
        </p>
        <p>
          Seats that somebody keeps are seats nobody else can buy. So nobody keeps them for more than {keepMinutes} minutes without paying, whatever they
          press; after that there is a pause of {pauseMinutes} minutes, and a longer one each time. Paying ends it. You can hold seats at {events} events at
          once; until you have confirmed your address, at one.
        </p>
        <p>
          Best available finds seats side by side for you. Places for wheelchairs are marked on the map and in the list, with the seats beside them for
          companions.
        </p>
      </InfoPart>
      <InfoPart title="Signing in">
        <p>
          You need no password: ask for a code on the <Link href="/login">sign-in page</Link>, and type it in. If you had chosen seats before, we hold
          them as soon as you are in. With a password, &ldquo;Forgot your password?&rdquo; sends you a link to choose another.
        </p>
      </InfoPart>
      <InfoPart title="Paying">
        <p>By UPI, card or netbanking. Card details go to the payment gateway alone; we never see them.</p>
        <p>
          If your bank takes long to answer, stay or leave as you like: the tickets come to <Link href="/my-bookings">My bookings</Link> as soon as the
          money does. Money that comes too late for your seats, or twice, goes back in full without your asking.
        </p>
      </InfoPart>
      <InfoPart title="Your tickets">
        <p>
          They are under <Link href="/my-bookings">My bookings</Link> and in a mail to you, as a PDF. At the entrance show the code on your phone, or
          on paper. Each ticket lets in one person, the first who shows it. Some events use codes that change every half minute; those must be shown
          on a phone.
        </p>
      </InfoPart>
      <InfoPart title="Cancelling">
        <p>
          Until when you may cancel, and how much comes back, stands on the event&apos;s page before you buy and under My bookings after. See the{" "}
          <Link href="/refunds">refund policy</Link>.
        </p>
      </InfoPart>
      <InfoPart title="Sold out, or not yet on sale?">
        <p>
          Seats that others hold may come back within {holdMinutes} minutes. Before the sale, press &ldquo;Tell me when sales open&rdquo; on the
          event&apos;s page and we write to you at that moment.
        </p>
      </InfoPart>
      <InfoPart title="Something else?">
        <p>
          <Link href="/contact">Write to us</Link>. Your booking number helps us to find it at once.
        </p>
      </InfoPart>
    </InfoPage>
  );
}
