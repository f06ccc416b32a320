"use client";

import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { Button } from "~/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "~/components/ui/popover";
import { Select } from "~/components/ui/select";
import { formatPaise } from "~/domain/money";
import { countOf } from "~/lib/words";
import { BestSeatsButton, type BestSeatsProps } from "./best-seats";
import { choicesOf, proposeSeats, type SeatWish } from "./propose-seats";

const start: SeatWish = { count: 2, sectionId: "", mostPaise: null, wheelchair: "NO", turn: 0 };

/** How many, for how much, where: what is found stands there before anything is held. Behind the button. */
export function BestSeatsPanel({ defaultOpen, ...props }: BestSeatsProps & { defaultOpen: boolean }) {
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <BestSeatsButton most={props.most} busy={props.busy} />
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Best available" className="w-84!">
        <Wishes {...props} onDone={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}

/** The neighbour by an arrow key takes the focus, and is pressed by it. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowRight" ? "nextElementSibling" : event.key === "ArrowLeft" ? "previousElementSibling" : null;
  const next = step && (event.target as HTMLElement).closest("button")?.[step];
  if (!(next instanceof HTMLButtonElement) || next.disabled) return;
  event.preventDefault();
  next.focus();
  next.click();
}

function Wishes({ index, availability, mine, most, busy, onHold, onDone }: BestSeatsProps & { onDone: () => void }) {
  const [wish, setWish] = useState<SeatWish>({ ...start, count: Math.min(start.count, most) });
  const id = useId();
  const { prices, wheelchairs } = useMemo(() => choicesOf(index), [index]);
  const proposal = useMemo(() => proposeSeats(index, availability, mine, wish), [index, availability, mine, wish]);
  const change = (change: Partial<SeatWish>) => setWish({ ...wish, turn: 0, ...change });
  const { sections } = index.layout;
  return (
    <div className="grid gap-3">
      <div>
        <p id={`${id}-count`} className="font-medium">
          How many, side by side?
        </p>
        {/* One stop for the Tab key; arrows go from number to number. */}
        <div role="toolbar" aria-labelledby={`${id}-count`} onKeyDown={moveAlong} className="mt-2 grid grid-cols-6 gap-1.5">
          {Array.from({ length: 6 }, (_, i) => i + 1).map((count) => (
            <Button
              key={count}
              variant={count === wish.count ? "primary" : "secondary"}
              className="figures px-0!"
              aria-label={countOf(count, "seat")}
              aria-pressed={count === wish.count}
              tabIndex={count === wish.count ? 0 : -1}
              disabled={count > most || (count === 1 && wish.wheelchair === "COMPANION")}
              onClick={() => change({ count })}
            >
              {count}
            </Button>
          ))}
        </div>
      </div>
      {prices.length > 1 && (
        <Select
          aria-label="Price of a seat"
          value={wish.mostPaise ?? ""}
          onChange={({ target }) => change({ mostPaise: target.value ? Number(target.value) : null })}
        >
          <option value="">Any price</option>
          {prices.slice(1).map((paise) => (
            <option key={paise} value={paise}>
              Up to {formatPaise(paise)} a seat
            </option>
          ))}
        </Select>
      )}
      {sections.length > 1 && (
        <Select aria-label="Section" value={wish.sectionId} onChange={({ target }) => change({ sectionId: target.value })}>
          <option value="">Any section</option>
          {sections.map((section) => (
            <option key={section.id} value={section.id}>
              {section.name}
            </option>
          ))}
        </Select>
      )}
      {wheelchairs && (
        <Select aria-label="Wheelchair" value={wish.wheelchair} onChange={({ target }) => change(wheelchairWish(target.value as SeatWish["wheelchair"], wish.count, most))}>
          <option value="NO">No wheelchair space</option>
          <option value="SPACE">With a wheelchair space</option>
          {most > 1 && <option value="COMPANION">Wheelchair space with companion</option>}
        </Select>
      )}
      <div role="status" className="border-line border-t pt-3">
        {proposal ? (
          <>
            <p className="font-medium wrap-anywhere">{proposal.where}</p>
            <p className="text-ink-soft text-sm">
              <span className="figures text-price font-semibold">{formatPaise(proposal.totalPaise)}</span> for {countOf(wish.count, "seat")}, GST included
            </p>
          </>
        ) : (
          <p className="text-ink-soft">
            {wish.count === 1 ? "No such seat is free." : `No ${wish.count} seats together are free.`} Try fewer seats, another section or another price.
          </p>
        )}
      </div>
      <div className="flex gap-2">
        <Button
          className="grow"
          loading={busy}
          disabled={!proposal}
          onClick={() => {
            if (!proposal) return;
            onDone();
            onHold(proposal.seatIds);
          }}
        >
          Hold {countOf(wish.count, "seat")}
        </Button>
        <Button variant="secondary" disabled={!proposal} onClick={() => setWish({ ...wish, turn: wish.turn + 1 })}>
          Others
        </Button>
      </div>
    </div>
  );
}

/** Whoever brings a companion comes with two at least. */
function wheelchairWish(wheelchair: SeatWish["wheelchair"], count: number, most: number): Partial<SeatWish> {
  return { wheelchair, count: wheelchair === "COMPANION" ? Math.min(Math.max(count, 2), most) : count };
}
