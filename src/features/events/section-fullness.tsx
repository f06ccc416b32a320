"use client";

import { ChevronRight } from "lucide-react";
import { Price } from "~/components/ui/price";
import { cn } from "~/lib/utils";
import { countOf } from "~/lib/words";
import type { RouterOutputs } from "~/trpc/react";
import { useLiveEvent } from "./use-live-event";

type Event = RouterOutputs["event"]["byId"];

const number = (value: number) => value.toLocaleString("en-IN");

/** "Sold out", "12 left" where few are, else "312 of 1,200 free". */
export function freeWords(free: number, of: number): string {
  if (free === 0) return "Sold out";
  return free <= of * 0.1 ? `${number(free)} left` : `${number(free)} of ${number(of)} free`;
}

/** More sections than these are shown by their price: forty blocks of a stadium say less than five prices. */
const MOST_LISTED = 12;

/** How full each section is now, what it costs all-in, as a small picture one can also read. */
export function SectionFullness({ event }: { event: Event }) {
  const { sections } = useLiveEvent(event);
  if (sections.length <= MOST_LISTED) return <Sections sections={sections} />;
  const prices = [...new Set(sections.map(({ allInPaise }) => allInPaise))].sort((a, b) => b - a);
  return (
    <ul className="border-line border-t">
      {prices.map((price) => {
        const same = sections.filter(({ allInPaise }) => allInPaise === price);
        const [free, of] = [sum(same.map((section) => section.availableCount)), sum(same.map((section) => section.seatCount))];
        return (
          <li key={price} className="border-line border-b">
            <details className="group">
              <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 py-3">
                <ChevronRight aria-hidden className="size-4 shrink-0 transition-transform group-open:rotate-90 motion-reduce:transition-none" />
                <Price paise={price} />
                <span>{countOf(same.length, "section")}</span>
                <span className="figures text-ink-soft ml-auto text-sm">{freeWords(free, of)}</span>
              </summary>
              <div className="pb-3 pl-8">
                <Sections sections={same} />
              </div>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);

function Sections({ sections }: { sections: Event["sections"] }) {
  return (
    <ul className="border-line border-t">
      {sections.map(({ id, name, allInPaise, toAllInPaise, availableCount, seatCount }) => {
        const taken = seatCount === 0 ? 0 : 1 - availableCount / seatCount;
        const gone = availableCount === 0;
        return (
          <li
            key={id}
            className="border-line grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 border-b py-3.5 sm:grid-cols-[12rem_1fr_7rem_8rem]"
          >
            <span className={cn("font-medium", gone && "text-ink-soft")}>{name}</span>
            <Seats taken={taken} />
            <Price from={toAllInPaise > allInPaise} paise={allInPaise} className="text-right max-sm:col-start-2 max-sm:row-start-1" />
            <span className="figures text-ink-soft text-right text-sm max-sm:col-start-2 max-sm:row-start-2">
              {freeWords(availableCount, seatCount)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const dots = 24;

/** Twenty-four seats in a row: the taken share is small dots, the free share full seats. */
function Seats({ taken }: { taken: number }) {
  const gone = taken >= 1 ? dots : Math.min(dots - 1, Math.round(taken * dots));
  return (
    <svg
      viewBox={`0 0 ${dots * 10} 10`}
      aria-hidden
      preserveAspectRatio="xMinYMid"
      className="h-2.5 w-full max-w-80"
    >
      {Array.from({ length: dots }, (_, i) =>
        i < gone ? (
          <circle key={i} cx={i * 10 + 4} cy="5" r="1.4" className="fill-seat-sold" />
        ) : (
          <rect key={i} x={i * 10} y="1" width="8" height="8" rx="2" className="fill-ink" />
        ),
      )}
    </svg>
  );
}
