"use client";

import { useEffect, useId, useMemo, useState, type CSSProperties, type ReactNode } from "react";
import type { SeatLayout } from "~/domain/seating/seat-layout";
import { formatPaise } from "~/domain/money";
import { cn } from "~/lib/utils";
import type { Insets } from "../control/camera-path";
import type { Hit } from "../control/hit";
import type { MapEngine } from "../control/map-engine";
import { allInOf, buildSeatModel, ordinalsOfIds, type SeatModel } from "../model/seat-model";
import { occupancy, readStatuses } from "../model/seat-statuses";
import { freePlace, placesIn } from "../model/standing";
import { TIER_COUNT } from "../model/tiers";
import { LostMarks } from "./lost-marks";
import { MapKey } from "./map-key";
import { buyersWords, MapWordsProvider, wordFor, type MapWords } from "./map-words";
import { MapToolbar } from "./map-toolbar";
import { MiniMap } from "./mini-map";
import { PriceFilter } from "./price-filter";
import { SeatCard } from "./seat-card";
import { SeatTip } from "./seat-tip";
import { SectionTip } from "./section-tip";
import { StandingCard } from "./standing-card";
import { useMapEngine } from "./use-map-engine";
import { keyHelp, useMapKeys } from "./use-map-keys";
import { useMapPointer } from "./use-map-pointer";

type Focus = { kind: "touched"; seat: number } | { kind: "standing"; section: number } | null;

export type SeatMapProps = {
  layout: SeatLayout;
  /** Availability, two bits a seat (domain/seating/seat-packing); null until it is known. */
  packed: Uint8Array | null;
  /** Ids of the seats that the buyer chose or holds. */
  mine: readonly string[];
  /** Let go a moment ago: free, though the last answer may not know yet. */
  freed?: readonly string[];
  /** Went to someone else. */
  lost?: readonly string[];
  onToggle: (seatId: string) => void;
  /** CSS pixels of the map's edges that something else covers. */
  insets?: Partial<Insets>;
  /** What states are called; the buyer's words where left out. */
  words?: MapWords;
  /** Something else over the map, such as an organizer's lasso. */
  overlay?: (engine: MapEngine) => ReactNode;
};

/** Height of the key below the plan where it takes two lines, CSS pixels. */
const BELOW = 80;
const nothing: readonly string[] = [];

/** The plan as a picture one can walk through. The list beside it says the same in words. */
export function SeatMap({
  layout,
  packed,
  mine,
  freed = nothing,
  lost = nothing,
  onToggle,
  insets,
  words = buyersWords,
  overlay,
}: SeatMapProps) {
  const model = useMemo(() => buildSeatModel(layout), [layout]);
  const flags = useMemo(() => model.flags.reduce((all, seat) => all | seat, 0), [model]);
  const own = useMemo(() => ordinalsOfIds(model, mine), [model, mine]);
  const gone = useMemo(() => [...ordinalsOfIds(model, lost)], [model, lost]);
  const { engine, attach, cannotDraw } = useMapEngine(model, {
    top: 60,
    right: 20,
    left: 20,
    bottom: BELOW + (insets?.bottom ?? 0),
  });
  const [prices, setPrices] = useState<ReadonlySet<number>>(new Set());
  const [hover, setHover] = useState<Hit>(null);
  const [focus, setFocus] = useState<Focus>(null);
  const [cursor, setCursor] = useState(-1);
  const help = useId();

  const statuses = useMemo(
    () => readStatuses(model.count, packed, ordinalsOfIds(model, freed)),
    [model, packed, freed],
  );
  const left = useMemo(() => occupancy(model, statuses), [model, statuses]);

  useEffect(() => engine?.setStatuses(statuses, left), [engine, statuses, left]);
  useEffect(() => engine?.setMine(own), [engine, own]);
  useEffect(() => {
    const dimmed = Uint8Array.from({ length: TIER_COUNT }, (_, tier) =>
      prices.size > 0 && !prices.has(tier) ? 1 : 0,
    );
    engine?.set({ dimmed });
  }, [engine, prices]);

  const toggle = (seat: number) => onToggle(model.ids[seat]!);
  const pointer = useMapPointer(engine, {
    onSeat: (seat, byTouch) => {
      setFocus(byTouch ? { kind: "touched", seat } : null);
      toggle(seat);
    },
    onStanding: (section) => setFocus({ kind: "standing", section }),
    onHover: setHover,
    onNothing: () => setFocus(null),
  });
  const onKeyDown = useMapKeys(engine, { onCursor: setCursor, onSeat: toggle });
  const tipped = cursor >= 0 ? cursor : hover?.kind === "seat" ? hover.seat : -1;
  const standing = focus?.kind === "standing" ? model.sections[focus.section] : undefined;

  return (
    <MapWordsProvider value={words}>
      <div
        className="bg-paper absolute inset-0 overflow-hidden"
        style={{ "--edge": `${12 + (insets?.bottom ?? 0)}px` } as CSSProperties}
        data-seat-map={engine ? "ready" : "loading"}
      >
        <canvas
          ref={attach}
          role="application"
          tabIndex={0}
          aria-label="Seat map"
          aria-describedby={help}
          className={cn(
            "absolute inset-0 size-full touch-none focus-visible:outline-offset-[-3px]",
            hover ? "cursor-pointer" : "cursor-grab active:cursor-grabbing",
          )}
          onKeyDown={onKeyDown}
          onBlur={() => {
            engine?.set({ cursor: -1 });
            setCursor(-1);
          }}
          {...pointer}
        />
        <p id={help} className="sr-only">
          {keyHelp} The list of seats says the same in words.
        </p>
        <p role="status" className="sr-only">
          {cursor >= 0 && spoken(model, cursor, wordFor(words, statuses[cursor]!, own.has(cursor)))}
        </p>

        {cannotDraw && (
          <p className="text-ink-soft absolute inset-x-4 top-24 text-center">
            This browser cannot draw the map. The list has every seat.
          </p>
        )}
        {engine && gone.length > 0 && <LostMarks engine={engine} seats={gone} />}
        {engine && tipped >= 0 && (
          <SeatTip engine={engine} seat={tipped} status={statuses[tipped]!} mine={own.has(tipped)} />
        )}
        {engine && hover?.kind === "section" && (
          <SectionTip engine={engine} section={hover.section} free={left.free[hover.section]!} />
        )}

        {engine && overlay?.(engine)}
        <PriceFilter tiers={model.tiers.list} taxBps={model.sections[0]?.taxBps} chosen={prices} onChange={setPrices} className="absolute top-2 left-2" />
        <MapToolbar engine={engine} className="absolute right-3 max-sm:bottom-(--edge) sm:top-3" />
        <MapKey flags={flags} className="absolute bottom-(--edge) left-3 lg:right-44" />
        {engine && (
          <MiniMap
            engine={engine}
            className="absolute transition-opacity max-sm:top-16 max-sm:left-3 sm:right-3 sm:bottom-(--edge)"
          />
        )}
        <div className="absolute inset-x-3 bottom-[calc(var(--edge)+3.5rem)] mx-auto max-w-md">
          {standing && (
            <StandingCard
              section={standing}
              mine={placesIn(standing, own).length}
              free={left.free[standing.index]!}
              onMore={() => {
                const place = freePlace(standing, statuses, own, Math.random());
                if (place >= 0) toggle(place);
              }}
              onFewer={() => toggle(placesIn(standing, own).at(-1)!)}
              onClose={() => setFocus(null)}
            />
          )}
          {focus?.kind === "touched" && (
            <SeatCard
              model={model}
              seat={focus.seat}
              status={statuses[focus.seat]!}
              mine={own.has(focus.seat)}
              onToggle={() => toggle(focus.seat)}
              onClose={() => setFocus(null)}
            />
          )}
        </div>
      </div>
    </MapWordsProvider>
  );
}

function spoken(model: SeatModel, seat: number, state: string): string {
  const section = model.sections[model.sectionOf[seat]!]!;
  const place = `${section.name}, row ${model.rows[model.rowOf[seat]!]!.label}, seat ${model.labels[seat]}`;
  return `${place}, ${formatPaise(allInOf(model, seat))}, ${state.toLowerCase()}`;
}
