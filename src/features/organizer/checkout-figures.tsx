import { Stat } from "~/components/ui/stat";
import { formatBps } from "~/lib/percent";
import type { RouterOutputs } from "~/trpc/react";

type Checkouts = RouterOutputs["organizer"]["dashboard"]["checkouts"];

/** What became of the seats that buyers held and took to the checkout, and how long paying took them. */
export function CheckoutFigures({ checkouts }: { checkouts: Checkouts }) {
  const { begun, paid, expired, cancelled, underWay, secondsToPay } = checkouts;
  const share = (part: number) => formatBps(Math.round((part * 10_000) / begun));
  return (
    <section aria-labelledby="checkouts-title" className="mt-12">
      <h2 id="checkouts-title" className="display text-xl">
        From hold to paid
      </h2>
      {begun === 0 ? (
        <p className="text-ink-soft mt-2">Nobody took seats to the checkout in these days.</p>
      ) : (
        <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-8 lg:grid-cols-4">
          <Stat
            label="Checkouts begun"
            value={begun.toLocaleString("en-IN")}
            note={underWay > 0 ? `${underWay.toLocaleString("en-IN")} under way now` : "with seats held"}
          />
          <Stat label="Paid" value={share(paid)} note={`${paid.toLocaleString("en-IN")} of those begun`} />
          <Stat
            label="Time to pay"
            value={secondsToPay === null ? "–" : timeWords(secondsToPay)}
            note="on average, from checkout to money"
          />
          <Stat
            label="Not paid"
            value={(expired + cancelled).toLocaleString("en-IN")}
            note={`${expired.toLocaleString("en-IN")} ran out of time, ${cancelled.toLocaleString("en-IN")} cancelled`}
          />
        </dl>
      )}
    </section>
  );
}

/** "45 s", "2 min 5 s". */
function timeWords(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
