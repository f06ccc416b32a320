"use client";

import { useState } from "react";
import { Slider } from "~/components/ui/slider";
import { formatPaise } from "~/domain/money";
import type { EventFilters } from "./search-params";

/** Where the thumbs may rest, in rupees: fine where tickets are cheap, coarse where they are not. */
const stops = [0, 100, 200, 300, 400, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 7_500, 10_000] as const;
const last = stops.length - 1;

type Prices = Pick<EventFilters, "minPrice" | "maxPrice">;

const stopOf = (price: number | null, fallback: number) => {
  const index = price === null ? -1 : stops.findIndex((stop) => stop >= price);
  return index < 0 ? fallback : index;
};
const words = (stop: number) =>
  stop === last ? `${formatPaise((stops[last] ?? 0) * 100)} and more` : formatPaise((stops[stop] ?? 0) * 100);

/** What one wants to pay for a seat, all-in. The ends of the scale mean "no limit". */
export function PriceFilter({ filters, onChange }: { filters: Prices; onChange: (prices: Prices) => void }) {
  const fromUrl = [stopOf(filters.minPrice, 0), stopOf(filters.maxPrice, last)];
  const [dragged, setDragged] = useState<number[] | null>(null);
  const [low = 0, high = last] = dragged ?? fromUrl;
  return (
    <div>
      <p className="figures text-price flex justify-between font-medium">
        <span>{words(low)}</span>
        <span>{words(high)}</span>
      </p>
      <Slider
        min={0}
        max={last}
        step={1}
        minStepsBetweenThumbs={1}
        value={[low, high]}
        thumbLabels={["Lowest price", "Highest price"]}
        formatValue={words}
        onValueChange={setDragged}
        onValueCommit={([from = 0, to = last]) => {
          setDragged(null);
          onChange({
            minPrice: from === 0 ? null : (stops[from] ?? null),
            maxPrice: to === last ? null : (stops[to] ?? null),
          });
        }}
      />
      <p className="text-ink-soft text-sm">What a seat costs in the end, any GST included.</p>
    </div>
  );
}
