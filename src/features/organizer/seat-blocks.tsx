"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { ErrorState } from "~/components/ui/error-state";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { Skeleton } from "~/components/ui/skeleton";
import { unpackSeat } from "~/domain/seat-packing";
import type { SeatStatus } from "~/domain/seat-state";
import { refusalOf } from "~/lib/api-error";
import { cn } from "~/lib/utils";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";

const words: Record<SeatStatus, string> = {
  AVAILABLE: "free",
  HELD: "held",
  BOOKED: "sold",
  BLOCKED: "blocked",
};
const looks: Record<SeatStatus, string> = {
  AVAILABLE: "border-line-strong bg-raised hover:border-ink",
  HELD: "border-dashed border-line-strong text-ink-soft opacity-70",
  BOOKED: "border-transparent bg-surface text-ink-soft",
  BLOCKED: "border-ink bg-line line-through hover:bg-surface",
};

/** Keeps seats from sale and gives them back, section by section and row by row. */
export function SeatBlocks({ eventId }: { eventId: string }) {
  const [sectionId, setSectionId] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const layout = api.event.seatLayout.useQuery({ eventId });
  const availability = api.event.seatAvailability.useQuery(
    { eventId },
    { staleTime: 0, refetchInterval: 15_000 },
  );
  const settled = {
    onSuccess: () => {
      setChosen(new Set());
      void availability.refetch();
    },
    onError: (error: unknown) => void toast.error(refusalOf(error).message),
  };
  const block = api.event.blockSeats.useMutation(settled);
  const unblock = api.event.unblockSeats.useMutation(settled);

  if (layout.isError || availability.isError) return <ErrorState onRetry={() => void layout.refetch()} />;
  if (!layout.data || !availability.data) return <Skeleton className="h-64" />;
  const bytes = Uint8Array.from(atob(availability.data.packed), (char) => char.charCodeAt(0));
  const sections = layout.data.sections;
  const section = sections.find(({ id }) => id === sectionId) ?? sections[0];
  const seats = section?.rows.flatMap((row) => row.seats) ?? [];
  const picked = seats.filter((seat) => chosen.has(seat.id));
  const withState = (state: SeatStatus) =>
    picked.filter((seat) => unpackSeat(bytes, seat.ordinal) === state).map((seat) => seat.id);
  const [free, blocked] = [withState("AVAILABLE"), withState("BLOCKED")];
  const toggle = (ids: readonly string[]) =>
    setChosen((before) => {
      const next = new Set(before);
      const all = ids.every((id) => next.has(id));
      for (const id of ids)
        if (all) next.delete(id);
        else next.add(id);
      return next;
    });

  return (
    <section id="seats" aria-labelledby="seats-title" className="border-line border-t py-8">
      <h2 id="seats-title" className="display text-xl">
        Blocked seats
      </h2>
      <p className="text-ink-soft mt-1 max-w-prose text-sm">
        Blocked seats are not sold: for cameras, the press, guests. Choose seats or whole rows; held and sold
        ones stay.
      </p>
      {section && (
        <>
          <div className="mt-4 flex flex-wrap items-end gap-3">
            <Field label="Section" className="w-64">
              <Select
                value={section.id}
                onChange={(event) => {
                  setSectionId(event.target.value);
                  setChosen(new Set());
                }}
              >
                {sections.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Button
              variant="secondary"
              disabled={free.length === 0}
              loading={block.isPending}
              onClick={() => block.mutate({ eventId, seatIds: free })}
            >
              Block {countOf(free.length, "seat")}
            </Button>
            <Button
              variant="secondary"
              disabled={blocked.length === 0}
              loading={unblock.isPending}
              onClick={() => unblock.mutate({ eventId, seatIds: blocked })}
            >
              Give back {countOf(blocked.length, "seat")}
            </Button>
          </div>
          <div
            className="mt-4 max-h-[28rem] overflow-auto"
            tabIndex={0}
            role="group"
            aria-label={`Seats of ${section.name}`}
          >
            {section.rows.map((row) => (
              <div key={row.label} className="flex items-center gap-1 py-1">
                <Chip
                  pressed={row.seats.length > 0 && row.seats.every((seat) => chosen.has(seat.id))}
                  onClick={() => toggle(row.seats.map((seat) => seat.id))}
                  className="bg-paper sticky left-0 z-10 mr-2"
                >
                  Row {row.label}
                </Chip>
                {row.seats.map((seat) => {
                  const state = unpackSeat(bytes, seat.ordinal);
                  const fixed = state === "HELD" || state === "BOOKED";
                  return (
                    <button
                      key={seat.id}
                      type="button"
                      disabled={fixed}
                      aria-pressed={chosen.has(seat.id)}
                      aria-label={`Row ${row.label}, seat ${seat.label}, ${words[state]}`}
                      onClick={() => toggle([seat.id])}
                      className={cn(
                        "figures size-9 shrink-0 rounded-md border text-xs",
                        looks[state],
                        chosen.has(seat.id) && "ring-ink ring-2",
                      )}
                    >
                      {seat.label}
                    </button>
                  );
                })}
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
