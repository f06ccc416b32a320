"use client";

import { ImagePlus, Trash2 } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { FieldError } from "~/components/ui/field";

const MOST_BYTES = 8 * 1024 * 1024;

/** A picture of the event: chosen, sent at once, shown. `value` is its address; null: the one we draw. */
export function PictureField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  value: string | null;
  onChange: (url: string | null) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const send = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES)
      return setError("That picture is larger than 8 MB. Please choose a smaller one.");
    setError(null);
    setSending(true);
    try {
      onChange(await upload(file));
    } catch (refused) {
      setError((refused as Error).message);
    }
    setSending(false);
  };

  return (
    <div className="grid content-start gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        {label} <span className="text-ink-soft font-normal">(optional)</span>
      </label>
      {value && (
        // eslint-disable-next-line @next/next/no-img-element -- ours, re-encoded already
        <img src={value} alt="" className="bg-surface rounded-card max-h-48 w-full object-cover" />
      )}
      <input
        ref={input}
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/gif"
        className="sr-only"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" loading={sending} onClick={() => input.current?.click()}>
          <ImagePlus aria-hidden /> {value ? "Choose another" : "Choose a picture"}
        </Button>
        {value && (
          <Button variant="ghost" onClick={() => onChange(null)}>
            <Trash2 aria-hidden /> Take it off
          </Button>
        )}
      </div>
      <p id={`${id}-hint`} className="text-ink-soft text-sm">
        {hint}
      </p>
      <FieldError>{error}</FieldError>
    </div>
  );
}

/** @throws Error with a sentence to show */
async function upload(file: File): Promise<string> {
  const answer = await fetch("/api/uploads", { method: "POST", body: file }).catch(() => null);
  if (!answer) throw new Error("We could not reach Aisle. Check your connection and try again.");
  const body = (await answer.json().catch(() => ({}))) as { url?: string; message?: string };
  if (!body.url) throw new Error(body.message ?? "The picture was not taken. Please try again.");
  return body.url;
}
