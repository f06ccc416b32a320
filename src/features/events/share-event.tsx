"use client";

import { Share2 } from "lucide-react";
import { Button } from "~/components/ui/button";
import { toast } from "~/lib/toast";

/** Hands the event's address on: by the phone's own sheet where there is one, else as a copied link. */
export function ShareEvent({ title }: { title: string }) {
  async function share(): Promise<void> {
    const url = `${window.location.origin}${window.location.pathname}`;
    if (typeof navigator.share === "function") {
      // Whoever shuts the sheet has not failed at anything.
      await navigator.share({ title, url }).catch(() => undefined);
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      toast.success("The link is copied");
    } catch {
      toast.error("The link could not be copied. It stands in your address bar.");
    }
  }
  return (
    <Button variant="secondary" onClick={() => void share()}>
      <Share2 aria-hidden /> Share
    </Button>
  );
}
