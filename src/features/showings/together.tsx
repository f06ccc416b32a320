"use client";

import { useState, type ReactNode } from "react";
import { Alert } from "~/components/ui/alert";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Progress } from "~/components/ui/progress";
import { Textarea } from "~/components/ui/textarea";
import { refusalOf } from "~/lib/api-error";
import { formatWhen } from "~/lib/dates";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import type { Showing } from "./showing-table";
import { useInParts } from "./use-in-parts";

type Outcome = { done: number; refused: { id: string; sentence: string }[] };

/** What is done to the showings that were chosen: published, made alike, moved, called off. Each refusal is said with its date. */
export function Together({ eventId, chosen, onDone }: { eventId: string; chosen: readonly Showing[]; onDone: () => void }) {
  const utils = api.useUtils();
  const { progress, run } = useInParts();
  const [refused, setRefused] = useState<Outcome["refused"]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const [minutes, setMinutes] = useState("30");
  const [reason, setReason] = useState("");
  const publish = api.showing.publish.useMutation();
  const align = api.showing.align.useMutation();
  const move = api.showing.move.useMutation();
  const cancel = api.showing.cancel.useMutation();
  const doAll = async (past: string, part: (ids: string[]) => Promise<Outcome>) => {
    setFailed(null);
    try {
      const answers = await run(chosen.map(({ id }) => id), part);
      const done = answers.reduce((sum, answer) => sum + answer.done, 0);
      setRefused(answers.flatMap((answer) => answer.refused));
      if (done > 0) toast.success(`${countOf(done, "showing")} ${past}.`);
      onDone();
    } catch (error) {
      setFailed(refusalOf(error).message);
    }
    await Promise.all([utils.showing.invalidate(), utils.organizer.invalidate(), utils.event.invalidate()]);
  };
  const many = countOf(chosen.length, "showing");
  const by = Number(minutes);
  const sold = chosen.reduce((sum, { soldCount }) => sum + soldCount, 0);
  return (
    <div className="mb-4">
      <div role="group" aria-label="The chosen showings" className="flex flex-wrap items-center gap-2">
        <p className="text-ink-soft mr-2 text-sm" role="status">
          {chosen.length === 0 ? "Tick showings to change them together." : `${many} chosen`}
        </p>
        <Asking verb="Publish" title={`Publish ${many}?`} body="They go on sale as they are. What is missing of one is said." confirm={`Publish ${many}`} tone="primary" off={chosen.length === 0} pending={progress !== null}
          onConfirm={() => doAll("published", (ids) => publish.mutateAsync({ ids }))} />
        <Asking verb="Make alike" title={`Make ${many} like this one?`} body="They take over the words, pictures, price and rules of the event that this page is about. One with sold seats keeps everything if its price would change." confirm="Make them alike" tone="primary" off={chosen.length === 0} pending={progress !== null}
          onConfirm={() => doAll("made alike", (ids) => align.mutateAsync({ eventId, ids }))} />
        <Asking verb="Move" title={`Move ${many}?`} body="Who has tickets is told by mail." confirm="Move them" tone="primary" off={chosen.length === 0} pending={progress !== null} blocked={!Number.isInteger(by) || by === 0 || Math.abs(by) > 1_440}
          onConfirm={() => doAll("moved", (ids) => move.mutateAsync({ ids, minutes: by }))}>
          <Field label="By how many minutes" hint="-30 is half an hour earlier.">
            <Input type="number" value={minutes} onChange={(event) => setMinutes(event.target.value)} />
          </Field>
        </Asking>
        <Asking verb="Cancel" title={`Call off ${many}?`} body={sold > 0 ? `${countOf(sold, "ticket")} end; every buyer gets all back and is told why. This is for good.` : "Nothing is sold of them. This is for good."} confirm={`Call off ${many}`} tone="danger" off={chosen.length === 0} pending={progress !== null}
          onConfirm={() => doAll("called off", (ids) => cancel.mutateAsync({ ids, reason: reason.trim() || undefined }))}>
          <Field label="Why" hint="Stands in the mail to the buyers.">
            <Textarea rows={2} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </Asking>
      </div>
      {progress && <Progress className="mt-4" value={progress.done / progress.total} label={`${progress.done} of ${progress.total} done`} />}
      {failed && (
        <Alert tone="danger" className="mt-4">
          {failed}
        </Alert>
      )}
      {refused.length > 0 && <Refused refused={refused} />}
    </div>
  );
}

function Refused({ refused }: { refused: Outcome["refused"] }) {
  const { data } = api.showing.list.useQuery({ eventId: refused[0]!.id });
  const whenOf = (id: string) => {
    const showing = data?.find((one) => one.id === id);
    return showing ? formatWhen(showing.startsAt, { timeZone: showing.venue.timeZone }) : "One";
  };
  return (
    <Alert tone="warning" title={`${countOf(refused.length, "showing")} stayed as before`} className="mt-4">
      <ul className="grid gap-1">
        {refused.slice(0, 10).map(({ id, sentence }) => (
          <li key={id}>
            {whenOf(id)}: {sentence}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** A verb that asks first. */
function Asking({ verb, title, body, confirm, tone, off, pending, blocked, onConfirm, children }: {
  verb: string;
  title: string;
  body: string;
  confirm: string;
  tone: "primary" | "danger";
  off: boolean;
  pending: boolean;
  blocked?: boolean;
  onConfirm: () => Promise<void>;
  children?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="secondary" disabled={off || pending}>
          {verb}
        </Button>
      }
      title={title}
      description={body}
      confirmLabel={confirm}
      tone={tone}
      pending={pending}
      onConfirm={() => {
        if (!blocked) void onConfirm().then(() => setOpen(false));
      }}
    >
      {children}
    </ConfirmDialog>
  );
}
