"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Input } from "~/components/ui/input";

/** Free text over titles, artists, venues and cities. Follows the address bar when that changes elsewhere. */
export function SearchBox({
  value,
  onChange,
  autoFocus,
}: {
  value: string;
  onChange: (text: string) => void;
  autoFocus?: boolean;
}) {
  const [typed, setTyped] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  const type = (text: string) => {
    setTyped(text);
    setKnown(text);
    onChange(text);
  };
  return (
    <div role="search" className="relative">
      <Search
        aria-hidden
        className="text-ink-soft pointer-events-none absolute top-1/2 left-3.5 size-5 -translate-y-1/2"
      />
      <Input
        ref={input}
        aria-label="Search events"
        placeholder="A title, an artist, a venue"
        maxLength={100}
        enterKeyHint="search"
        value={typed}
        onChange={(event) => type(event.target.value)}
        className="h-13! px-11! text-lg! lg:h-11!"
      />
      {typed && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => type("")}
          className="rounded-control text-ink-soft hover:text-ink absolute top-1/2 right-1 grid size-11 -translate-y-1/2 place-items-center"
        >
          <X aria-hidden className="size-5" />
        </button>
      )}
    </div>
  );
}
