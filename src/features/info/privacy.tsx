import Link from "next/link";
import { InfoPage, InfoPart } from "./info-page";

/** What is kept about people, what for, how long, and how one gets at it. */
export function Privacy() {
  return (
    <InfoPage title="Privacy" description="What we keep about you, what for, and how to see or delete it.">
      <InfoPart title="What we keep">
        <ul>
          <li>Your name, email address and, if you give it, phone number: to sell you tickets and to write to you about them.</li>
          <li>Your bookings, payments, refunds and invoices: because you bought, and because tax law asks us to.</li>
          <li>Where you are signed in, with browser and network address: so that you can see it and sign a stranger out.</li>
          <li>Events you saved, reviews you wrote, and messages we sent to you.</li>
        </ul>
        <p>Card numbers and bank logins never reach us; they stay with the payment gateway.</p>
      </InfoPart>
      <InfoPart title="Who else sees it">
        <p>
          The organizer of an event you booked sees your name, address and seats, to let you in and to reach you. The payment gateway gets what it needs to
          take the payment, our mail service what it needs to deliver the mail. We sell nothing to anyone, and there is no advertising here.
        </p>
      </InfoPart>
      <InfoPart title="Cookies">
        <p>
          One that keeps you signed in, one that tells your own browser from a stranger&apos;s when passwords are guessed, and one with the city you chose.
          Your seats in mind and your light or dark theme are kept in your browser alone. Nothing follows you to other sites.
        </p>
      </InfoPart>
      <InfoPart title="How long">
        <p>
          Sign-ins end after 30 days. Messages you have read go after 30 more. Bookings and invoices stay as long as tax law asks. What you delete, and codes
          and links we mailed, go as soon as they are of no use.
        </p>
      </InfoPart>
      <InfoPart title="Your data, your say">
        <p>
          Under <Link href="/profile">Profile</Link> you change it, download all of it as a file, choose which mails you get, and delete your account. For
          anything else, <Link href="/contact">write to us</Link>.
        </p>
      </InfoPart>
    </InfoPage>
  );
}
