"use client";

import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api, type RouterOutputs } from "~/trpc/react";
import { DifferencePicture, kinds } from "./difference-picture";

type News = NonNullable<RouterOutputs["event"]["planNews"]>;

/** Says that the venue's plan is another than this event's, shows how, and moves the event when told to. */
export function PlanNews({ eventId }: { eventId: string }) {
  const { data: news } = api.event.planNews.useQuery({ eventId });
  const [open, setOpen] = useState(false);
  if (!news) return null;
  return (
    <Alert tone="info" title="The venue's plan has changed" className="mb-8">
      <p>This event keeps the seats it was put on sale with until you say otherwise.</p>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogTrigger asChild>
          <Button variant="secondary" size="sm" className="mt-3">
            See what is different
          </Button>
        </DialogTrigger>
        <DialogContent className="max-w-2xl!" title="The venue's plan now" description="What is held or sold keeps its seat, its name and its price.">
          <Difference eventId={eventId} news={news} onDone={() => setOpen(false)} />
        </DialogContent>
      </Dialog>
    </Alert>
  );
}

function Difference({ eventId, news, onDone }: { eventId: string; news: News; onDone: () => void }) {
  const utils = api.useUtils();
  const take = api.event.takePlan.useMutation({
    onSuccess: async ({ seatCount }) => {
      onDone();
      toast.success(`This event has ${countOf(seatCount, "seat")} now.`);
      await Promise.all([utils.event.invalidate(), utils.pricing.invalidate(), utils.organizer.invalidate()]);
    },
    onError: (error) => {
      toast.error(refusalOf(error).message);
      void utils.event.planNews.invalidate({ eventId });
    },
  });
  const { counts, named, lost } = news;
  const seatsChange = counts.added + counts.gone + counts.moved + counts.renamed > 0;
  return (
    <>
      <DifferencePicture news={news} />
      <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-sm" aria-label="How many seats">
        {kinds.map(({ kind, word, color, square }) => (
          <li key={kind} className="flex items-center gap-2">
            <span aria-hidden style={{ background: color }} className={square ? "size-3" : "size-3 rounded-full"} />
            {word} <span className="figures text-ink-soft">{counts[kind].toLocaleString("en-IN")}</span>
          </li>
        ))}
      </ul>
      {!seatsChange && <p className="mt-3 text-sm">No seat comes, goes or moves: sections&apos; prices, flags or drawings are different.</p>}
      <Names word="Added" names={named.added} of={counts.added} />
      <Names word="Gone" names={named.gone} of={counts.gone} />
      <Names word="Moved" names={named.moved} of={counts.moved} />
      <Names word="Other names" names={named.renamed.map(({ from, to }) => `${from}: now ${to}`)} of={counts.renamed} />
      {lost.length > 0 && (
        <Alert tone="danger" title="Held or sold, and not in the new plan" className="mt-4">
          {lost.slice(0, 12).join(", ")}
          {lost.length > 12 && ` and ${lost.length - 12} more`}. Give the plan seats of these names, or cancel the bookings first.
        </Alert>
      )}
      <DialogActions>
        <Button disabled={lost.length > 0} loading={take.isPending} onClick={() => take.mutate({ eventId, planId: news.planId })}>
          Take the new plan
        </Button>
      </DialogActions>
    </>
  );
}

function Names({ word, names, of }: { word: string; names: readonly string[]; of: number }) {
  if (names.length === 0) return null;
  return (
    <details className="mt-2 text-sm">
      <summary className="cursor-pointer py-1 font-medium">
        {word}: {countOf(of, "seat")}
      </summary>
      <p className="text-ink-soft wrap-anywhere">
        {names.join(", ")}
        {of > names.length && ` and ${(of - names.length).toLocaleString("en-IN")} more`}
      </p>
    </details>
  );
}
