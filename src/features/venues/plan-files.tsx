"use client";

import { Download, Upload } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { PlanPicture } from "~/components/plan-picture";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Skeleton } from "~/components/ui/skeleton";
import { planSeatCount, type SeatingPlanContent } from "~/domain/seating/plan/seating-plan";
import { generatePlan } from "~/domain/seating/plan/seating-plan-generate";
import { refusalOf } from "~/lib/api-error";
import { saveFile } from "~/lib/save-file";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { PlanImport } from "./plan-import";

/** Files up to this size are read; the largest halls known stay well below. */
const LARGEST_BYTES = 8 * 1024 * 1024;

type Chosen = { name: string; text: string };

/** A venue's plan as it stands, out to a file and in from one. */
export function PlanFiles({ id }: { id: string }) {
  const { data: source } = api.venue.plan.useQuery({ venueId: id });
  const plan = useMemo(() => source && generatePlan(source), [source]);
  const [file, setFile] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setProblem(null);
    if (chosen.size > LARGEST_BYTES) return setProblem("This file is larger than 8 MB. A plan of 120,000 seats fits in less.");
    setFile({ name: chosen.name, text: await chosen.text() });
  };

  if (file) return <PlanImport venueId={id} file={file} onEnd={() => setFile(null)} />;
  return (
    <div className="grid gap-8">
      <Choose onChoose={choose} problem={problem} />
      <section aria-labelledby="plan-now">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2 id="plan-now" className="display text-xl">
            The plan as it stands
          </h2>
          <ExportButton id={id} disabled={!plan || planSeatCount(plan) === 0} />
        </div>
        {plan ? <Standing plan={plan} /> : <Skeleton className="h-96" />}
      </section>
    </div>
  );
}

function Standing({ plan }: { plan: SeatingPlanContent }) {
  if (planSeatCount(plan) === 0) {
    return <EmptyState title="No seats yet">Import a file above, or add sections in the venue&apos;s form.</EmptyState>;
  }
  return (
    <>
      <p className="text-ink-soft figures mb-3">
        {countOf(planSeatCount(plan), "seat")} in {countOf(plan.sections.length, "section")}
      </p>
      <PlanPicture plan={plan} className="bg-raised border-line rounded-card max-h-[40rem] w-full border p-4" />
    </>
  );
}

function Choose({ onChoose, problem }: { onChoose: (file: File | undefined) => Promise<void>; problem: string | null }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <section
      aria-labelledby="plan-import"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void onChoose(event.dataTransfer.files[0]);
      }}
      className={`rounded-card border-2 border-dashed p-6 sm:p-8 ${over ? "border-ink bg-surface" : "border-line"}`}
    >
      <h2 id="plan-import" className="display text-xl">
        Import a file
      </h2>
      <p className="text-ink-soft mt-1 max-w-prose">
        A plan from pretix&apos;s editor (JSON), a table with a line a seat (CSV: section, row, seat, x, y), or a plan in
        words. You see it before anything is saved.
      </p>
      <input
        ref={input}
        type="file"
        accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/plain"
        aria-label="A file with a seating plan"
        className="sr-only"
        onChange={(event) => {
          void onChoose(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button className="mt-4" onClick={() => input.current?.click()}>
        <Upload aria-hidden /> Choose a file
      </Button>
      {problem && (
        <Alert tone="danger" className="mt-4">
          {problem}
        </Alert>
      )}
      <details className="mt-4">
        <summary className="text-ink-soft min-h-11 cursor-pointer py-2.5 text-sm">What a plan in words looks like</summary>
        <pre className="bg-surface rounded-control overflow-x-auto p-4 text-sm leading-6">{inWords}</pre>
      </details>
    </section>
  );
}

const inWords = `plan: Theatre Royal
grid Stalls: rows A-H, seats 12, aisle 6, price 1.2
arc Circle: rows 1-4, seats 20, radius 120
standing Floor: places 200
accessible Stalls: A1 A2
companion Stalls: A3`;

function ExportButton({ id, disabled }: { id: string; disabled: boolean }) {
  const utils = api.useUtils();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const plan = await utils.venue.exportPlan.fetch({ venueId: id });
      saveFile(`${plan.name}.json`, JSON.stringify(plan), "application/json");
    } catch (error) {
      toast.error(refusalOf(error).message);
    }
    setBusy(false);
  };
  return (
    <Button variant="secondary" loading={busy} disabled={disabled} onClick={() => void save()}>
      <Download aria-hidden /> Export as JSON
    </Button>
  );
}
