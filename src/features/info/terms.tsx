import Link from "next/link";
import { InfoPage, InfoPart } from "./info-page";

/** What buyer, organizer and shop owe each other. `limit`: seats a person may have at one event. */
export function Terms({ limit }: { limit: number }) {
  return (
    <InfoPage title="Terms" description="What you may expect of us, and we of you. In plain words, and they count as they stand.">
      <InfoPart title="Who sells to you">
        <p>
          Each event is offered by its organizer, who is named on its page and on your invoice. Aisle sells the tickets for the organizer, takes your
          payment and hands it on. What happens at the venue is the organizer&apos;s.
        </p>
      </InfoPart>
      <InfoPart title="When you have bought">
        <p>
          Holding seats is no purchase yet. You have bought when the payment is confirmed and the booking says so; then the seats named in it are yours and
          are sold to nobody else. The price is the one shown when you booked, GST included.
        </p>
      </InfoPart>
      <InfoPart title="How many">
        <p>One person may have up to {limit} seats at one event, held and bought together.</p>
      </InfoPart>
      <InfoPart title="Your tickets">
        <p>
          A ticket&apos;s code lets in one person, once. Keep it to yourself: whoever shows it first is let in. Selling tickets on for more than you paid is
          not allowed, and such tickets may be refused at the entrance. The venue&apos;s own rules, such as those about bags, cameras and age, apply as well.
        </p>
      </InfoPart>
      <InfoPart title="Cancelling and refunds">
        <p>
          As the <Link href="/refunds">refund policy</Link> says, which is part of these terms.
        </p>
      </InfoPart>
      <InfoPart title="Your account">
        <p>
          Give a name and an address that are yours. Do not share your password or codes. We may close an account that is used to cheat, to buy by machine
          or to harm others, and say why. You may delete yours at any time under <Link href="/profile">Profile</Link>, once no tickets are ahead.
        </p>
      </InfoPart>
      <InfoPart title="Reviews">
        <p>Only who was there may write one. Keep it about the event. We take down what insults people or breaks the law, and tell its author the reason.</p>
      </InfoPart>
      <InfoPart title="What we answer for">
        <p>
          For what we take on here, and for the price you paid. We do not answer for what neither of us could prevent. Nothing here takes away rights that
          the law gives you as a consumer. Indian law applies.
        </p>
      </InfoPart>
    </InfoPage>
  );
}
