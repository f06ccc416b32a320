"use client";

import { Copy } from "lucide-react";
import { Button } from "~/components/ui/button";
import { toast } from "~/lib/toast";

/** A line to be taken elsewhere as it is: a key, a secret. */
export function CopyLine({ text, what }: { text: string; what: string }) {
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => toast.success(`The ${what} is copied.`),
      () => toast.error(`The ${what} could not be copied. Mark it and copy it by hand.`),
    );
  return (
    <div className="border-line bg-surface rounded-control flex items-center gap-2 border py-1 pr-1 pl-3">
      <code className="min-w-0 flex-1 text-sm break-all select-all">{text}</code>
      <Button variant="ghost" size="sm" aria-label={`Copy the ${what}`} onClick={copy}>
        <Copy aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
