"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { refusalOf } from "~/lib/api-error";
import { instantOf, localTime } from "~/lib/calendar";
import { toast } from "~/lib/toast";
import { api } from "~/trpc/react";

const WEEK_MS = 7 * 86_400_000;

/** A draft like this event, at another time. */
export function CopyEvent({ event }: { event: { id: string; title: string; startsAt: Date; venue: { timeZone: string; city: string } } }) {
  const { timeZone, city } = event.venue;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const router = useRouter();
  const utils = api.useUtils();
  const copy = api.event.copy.useMutation({
    onSuccess: async ({ id, seatCount }) => {
      await utils.organizer.invalidate();
      toast.success(`Saved as a draft with ${seatCount.toLocaleString("en-IN")} seats.`);
      router.push(`/organizer/events/${id}/edit`);
    },
  });
  const startsAt = instantOf(typed, timeZone);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        // A week on, at the same hour, as most series go; never in the past.
        const weeks = Math.max(1, Math.ceil((Date.now() - event.startsAt.getTime() + 1) / WEEK_MS));
        if (next) setTyped(localTime(new Date(event.startsAt.getTime() + weeks * WEEK_MS), timeZone));
        copy.reset();
        setOpen(next);
      }}
    >
      <DialogTrigger asChild>
        <Button variant="secondary">Copy</Button>
      </DialogTrigger>
      <DialogContent
        title={`Copy ${event.title}`}
        description="A draft with the same words, pictures, prices, rules and blocked seats. Nothing that was sold comes with it."
      >
        <form
          noValidate
          onSubmit={(submitted) => {
            submitted.preventDefault();
            if (startsAt) copy.mutate({ id: event.id, startsAt });
          }}
        >
          <Field label="Starts" required hint={`${city} time (${timeZone}).`} error={typed && !startsAt ? "Give a date and a time." : undefined}>
            <Input type="datetime-local" value={typed} onChange={(changed) => setTyped(changed.target.value)} />
          </Field>
          {copy.isError && (
            <Alert tone="danger" className="mt-3">
              {refusalOf(copy.error).message}
            </Alert>
          )}
          <DialogActions>
            <Button type="submit" loading={copy.isPending} disabled={!startsAt}>
              Copy as a draft
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
