"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { formatPaise } from "~/domain/money";
import { blockReasons, reasonWord, type BlockReason } from "~/domain/seating/seat-blocking";
import type { LayoutSeat } from "~/domain/seating/seat-layout";
import type { SeatStatus } from "~/domain/seating/seat-state";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api, type RouterOutputs } from "~/trpc/react";
import { usePricesChanged } from "./use-prices-changed";

type Categories = RouterOutputs["pricing"]["list"]["categories"];

/** What is done to the seats that are chosen: a price, a block, back to sale. */
export function DeskActions(props: {
  eventId: string;
  categories: Categories;
  picked: readonly LayoutSeat[];
  stateOf: (seat: LayoutSeat) => SeatStatus;
  onDone: () => void;
}) {
  const { eventId, categories, picked, stateOf, onDone } = props;
  const [reason, setReason] = useState<BlockReason>("GUESTS");
  const [category, setCategory] = useState("");
  const changed = usePricesChanged(eventId);
  const settled = { onSuccess: () => (onDone(), changed()), onError: (error: unknown) => void toast.error(refusalOf(error).message) };
  const block = api.event.blockSeats.useMutation(settled);
  const unblock = api.event.unblockSeats.useMutation(settled);
  const price = api.pricing.priceSeats.useMutation({
    ...settled,
    onSuccess: ({ priced, kept }) => {
      toast.success(`${countOf(priced, "seat")} priced${kept > 0 ? `; ${countOf(kept, "seat")} held or sold meanwhile kept the old price` : ""}.`);
      return settled.onSuccess();
    },
  });
  const all = picked.map((seat) => seat.id);
  const blocked = picked.filter((seat) => stateOf(seat) === "BLOCKED").map((seat) => seat.id);
  const chosen = categories.some(({ id }) => id === category) ? category : (categories[0]?.id ?? "");
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      {categories.length > 0 && (
        <div className="flex max-w-full gap-2">
          <Select aria-label="Price category" className="min-w-40" value={chosen} onChange={({ target }) => setCategory(target.value)}>
            {categories.map(({ id, name, pricePaise }) => (
              <option key={id} value={id}>
                {name}, {formatPaise(pricePaise)}
              </option>
            ))}
            <option value="section">Their section&apos;s price</option>
          </Select>
          <Button
            variant="secondary"
            disabled={all.length === 0}
            loading={price.isPending}
            onClick={() => price.mutate({ eventId, seatIds: all, categoryId: chosen === "section" ? null : chosen })}
          >
            Set price
          </Button>
        </div>
      )}
      <div className="flex max-w-full gap-2">
        <Select aria-label="Keep them for" className="min-w-36" value={reason} onChange={({ target }) => setReason(target.value as BlockReason)}>
          {blockReasons.map((one) => (
            <option key={one} value={one}>
              {reasonWord(one)}
            </option>
          ))}
        </Select>
        <Button variant="secondary" disabled={all.length === 0} loading={block.isPending} onClick={() => block.mutate({ eventId, seatIds: all, reason })}>
          Block {all.length > 0 ? countOf(all.length, "seat") : "seats"}
        </Button>
      </div>
      <Button variant="secondary" disabled={blocked.length === 0} loading={unblock.isPending} onClick={() => unblock.mutate({ eventId, seatIds: blocked })}>
        Give back {blocked.length > 0 ? countOf(blocked.length, "seat") : "seats"}
      </Button>
    </div>
  );
}
