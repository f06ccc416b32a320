import Link from "next/link";
import { InfoPage, InfoPart } from "./info-page";

/** What this shop is, and what it promises. */
export function About() {
  return (
    <InfoPage title="About Aisle" description="Tickets for seats. You choose the seat, and that seat is yours.">
      <InfoPart title="What we do">
        <p>
          We sell tickets for concerts, films, sport, theatre, comedy and conferences across India, in halls where every seat has its place on a map. You look
          at the map as it is this second, take the seat you like, and keep it while you decide.
        </p>
      </InfoPart>
      <InfoPart title="What we promise">
        <ul>
          <li>A seat is never sold twice, however many want it at the same moment.</li>
          <li>The first price you see is the whole price. No fee waits at the end.</li>
          <li>&ldquo;12 left&rdquo; stands there only where 12 are left. Nobody is hurried by what is not true.</li>
          <li>Money that cannot become your seats goes back, all of it, without your asking.</li>
          <li>Everything works by keyboard and with a screen reader, the seat map included.</li>
        </ul>
      </InfoPart>
      <InfoPart title="For organizers">
        <p>
          Halls are drawn or imported once and sold as often as you like, with your prices, your terms of cancelling, and scanners at the door that work
          without network. There is an <Link href="/docs/api">open API</Link> as well. <Link href="/contact">Write to us</Link> to sell with Aisle.
        </p>
      </InfoPart>
    </InfoPage>
  );
}
