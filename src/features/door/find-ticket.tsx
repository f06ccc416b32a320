"use client";

import { useState, type FormEvent } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import type { OpenedDoor } from "./use-door";

type Found = Awaited<ReturnType<OpenedDoor["search"]>>;

/** A code that is typed; for supervisors a search by name or seat too, and the ticket let in by hand. */
export function FindTicket({ door, supervisor, onCode }: { door: OpenedDoor; supervisor: boolean; onCode: (code: string) => void }) {
  const [found, setFound] = useState<Found | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text") ?? "").trim();
    if (!text) return;
    if (!supervisor || /^A\d+-/i.test(text)) return onCode(text.replaceAll(/\s/g, ""));
    door.search(text).then(
      (tickets) => (setFound(tickets), setTrouble(null)),
      () => setTrouble("The search needs network. Codes can be typed without."),
    );
  };
  return (
    <>
      <form onSubmit={submit} className="flex items-end gap-2">
        <Field label={supervisor ? "Name, seat, booking or code" : "Code on the ticket"} error={trouble} className="grow">
          <Input name="text" autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </Field>
        <Button type="submit">{supervisor ? "Find" : "Check"}</Button>
      </form>
      {found?.length === 0 && <p className="text-ink-soft mt-4">No ticket fits. Try the booking number.</p>}
      {found && found.length > 0 && (
        <ul className="divide-line mt-4 divide-y">
          {found.map(({ itemId, name, bookingNumber, sectionName, rowLabel, seatLabel, insideSince }) => (
            <li key={itemId} className="flex items-center gap-3 py-3">
              <span className="min-w-0 grow">
                <span className="block font-medium">{name}</span>
                <span className="text-ink-soft figures block text-sm">
                  {sectionName}, row {rowLabel} seat {seatLabel}, {bookingNumber}
                </span>
              </span>
              <Button variant="secondary" size="sm" onClick={() => onCode(`#${itemId}`)} disabled={insideSince !== null}>
                {insideSince ? "Inside" : "Let in"}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
