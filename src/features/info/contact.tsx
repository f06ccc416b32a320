import Link from "next/link";
import { InfoPage, InfoPart } from "./info-page";

/** How to reach people. `address`: where mail is answered. */
export function Contact({ address }: { address: string }) {
  return (
    <InfoPage title="Contact" description="Write to us. Somebody reads it.">
      <InfoPart title="By mail">
        <p>
          <a href={`mailto:${address}`} className="wrap-anywhere">
            {address}
          </a>
        </p>
        <p>
          About a booking, give us its number (it stands under <Link href="/my-bookings">My bookings</Link> and in every mail about it). Never send us card
          numbers, passwords or codes: we do not ask for them.
        </p>
      </InfoPart>
      <InfoPart title="Faster than we are">
        <ul>
          <li>
            Tickets, invoices, cancelling: <Link href="/my-bookings">My bookings</Link>
          </li>
          <li>
            Money on its way back: <Link href="/refunds">Refund policy</Link>
          </li>
          <li>
            All else people ask: <Link href="/help">Help</Link>
          </li>
        </ul>
      </InfoPart>
      <InfoPart title="About an event itself">
        <p>What is played, who may come in, when doors open: its organizer knows. The name stands on the event&apos;s page and on your invoice.</p>
      </InfoPart>
    </InfoPage>
  );
}
