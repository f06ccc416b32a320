import Link from "next/link";
import { InfoPage, InfoPart } from "./info-page";

/** When money goes back, how much, and how long it takes. */
export function Refunds() {
  return (
    <InfoPage title="Refund policy" description="When money comes back, how much of it, and when it arrives.">
      <InfoPart title="You cancel">
        <p>
          Each event says until when you may cancel and which share of the price comes back. The terms that stood there when you bought are the ones that
          count, whatever the organizer changes later. Cancel under <Link href="/my-bookings">My bookings</Link>: the amount stands on the button before
          you press it. After the deadline, or once a ticket was used at the entrance, a booking cannot be cancelled.
        </p>
      </InfoPart>
      <InfoPart title="The event is cancelled">
        <p>You get back everything you paid, GST included, without asking. We write to you the same moment.</p>
      </InfoPart>
      <InfoPart title="The event is moved">
        <p>We write to you with the new date. Your tickets stay valid, and the terms of cancelling count from the new date.</p>
      </InfoPart>
      <InfoPart title="A payment goes wrong">
        <ul>
          <li>Money that reaches us after your seats were given up goes back in full.</li>
          <li>If you pay twice for one booking, your tickets stay valid and the second payment goes back in full.</li>
          <li>A payment your bank declined costs nothing. If your bank shows it as blocked, it lets go of it by itself, usually within 5 to 7 working days.</li>
        </ul>
      </InfoPart>
      <InfoPart title="How and when">
        <p>
          Refunds go back the way you paid: to the same card, UPI account or bank account. We hand them on at once; banks usually take 5 to 7 working days
          to show them. Each refund stands with its booking under My bookings, with a credit note where there was an invoice.
        </p>
      </InfoPart>
      <InfoPart title="It has not arrived?">
        <p>
          After 7 working days, <Link href="/contact">write to us</Link> with your booking number.
        </p>
      </InfoPart>
    </InfoPage>
  );
}
