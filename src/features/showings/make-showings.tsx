"use client";

import { useState, type FormEvent } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Progress } from "~/components/ui/progress";
import { MOST_SHOWINGS } from "~/domain/showings";
import { refusalOf } from "~/lib/api-error";
import { dayAfter, localTime } from "~/lib/calendar";
import { showingTimes } from "~/lib/showing-times";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { useInParts } from "./use-in-parts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((word, index) => ({ word, day: (index + 1) % 7 }));

/** Makes showings like an event from a rule: which days, at which times, from when until when. */
export function MakeShowings({ event }: { event: { id: string; startsAt: Date; timeZone: string; city: string } }) {
  const { id: eventId, timeZone } = event;
  const [now] = useState(() => new Date());
  const [from, setFrom] = useState(() => dayAfter(event.startsAt > now ? event.startsAt : now, 1, timeZone));
  const [until, setUntil] = useState(() => dayAfter(event.startsAt > now ? event.startsAt : now, 7, timeZone));
  const [days, setDays] = useState<number[]>(weekdays.map(({ day }) => day));
  const [hours, setHours] = useState(() => localTime(event.startsAt, timeZone).slice(11));
  const [refusal, setRefusal] = useState<string | null>(null);
  const utils = api.useUtils();
  const add = api.showing.add.useMutation();
  const { progress, run } = useInParts();
  const times = hours.split(/[\s,;]+/).filter(Boolean);
  const wrong = times.find((time) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(time));
  const found = wrong ? [] : showingTimes({ from, until, weekdays: days, times, timeZone }, now);
  const tooMany = found.length > MOST_SHOWINGS;
  const make = async (submitted: FormEvent) => {
    submitted.preventDefault();
    setRefusal(null);
    try {
      const answers = await run(found, (startsAts) => add.mutateAsync({ eventId, startsAts }));
      const made = answers.reduce((sum, answer) => sum + answer.made, 0);
      toast.success(made === 0 ? "The run has all of these already." : `${countOf(made, "showing")} made, as drafts. Publish them below.`);
    } catch (error) {
      setRefusal(refusalOf(error).message);
    }
    await Promise.all([utils.showing.invalidate(), utils.organizer.invalidate()]);
  };
  return (
    <form onSubmit={(submitted) => void make(submitted)} noValidate aria-label="Add showings" className="border-line mb-10 grid gap-4 border-b pb-8">
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="From" required>
          <Input type="date" value={from} onChange={(changed) => setFrom(changed.target.value)} />
        </Field>
        <Field label="Until" required>
          <Input type="date" value={until} onChange={(changed) => setUntil(changed.target.value)} />
        </Field>
        <Field label="At" required hint={`${event.city} time. Several: 15:00, 18:30, 21:00.`} error={wrong ? `“${wrong}” is no time. One looks like 19:30.` : undefined}>
          <Input value={hours} onChange={(changed) => setHours(changed.target.value)} autoComplete="off" placeholder="19:30" />
        </Field>
      </div>
      <div role="group" aria-label="On" className="no-scrollbar -mx-1 flex gap-2 overflow-x-auto px-1 py-1">
        {weekdays.map(({ word, day }) => (
          <Chip key={day} pressed={days.includes(day)} onClick={() => setDays(days.includes(day) ? days.filter((one) => one !== day) : [...days, day])}>
            {word}
          </Chip>
        ))}
      </div>
      {refusal && <Alert tone="danger">{refusal}</Alert>}
      {progress && <Progress value={progress.done / progress.total} label={`${progress.done} of ${progress.total} made`} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" loading={progress !== null} disabled={found.length === 0 || tooMany}>
          {found.length > 0 && !tooMany ? `Make ${countOf(found.length, "showing")}` : "Make showings"}
        </Button>
        <p className="text-ink-soft text-sm" role="status">
          {tooMany
            ? `That is more than ${MOST_SHOWINGS}, which is all that a run may have. Take fewer days.`
            : found.length === 0
              ? "No day fits: choose weekdays, times, and days to come."
              : "Each has seats and a sale of its own, and begins as a draft."}
        </p>
      </div>
    </form>
  );
}
