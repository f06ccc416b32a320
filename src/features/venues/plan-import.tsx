"use client";

import { useMemo, useState } from "react";
import { PlanPicture } from "~/components/plan-picture";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { RadioCard, RadioGroup } from "~/components/ui/radio-group";
import { AppError } from "~/domain/errors";
import type { PlanChoices, ReadPlan } from "~/domain/seating/plan/plan-file";
import { readPlan } from "~/domain/seating/plan/read-plan";
import { planSeatCount } from "~/domain/seating/plan/seating-plan";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";

type Props = { venueId: string; file: { name: string; text: string }; onEnd: () => void };

/** A file looked at before it is saved: the drawing, what is odd about it, and what is to be chosen. */
export function PlanImport({ venueId, file, onEnd }: Props) {
  const utils = api.useUtils();
  const [choices, setChoices] = useState<PlanChoices>({});
  const { result, refused } = useMemo(() => tried(file.text, choices), [file.text, choices]);
  const save = api.venue.importPlan.useMutation({
    onSuccess: async ({ seatCount }) => {
      await utils.venue.invalidate();
      toast.success(`The plan is saved: ${countOf(seatCount, "seat")}.`);
      onEnd();
    },
  });
  const choose = (choice: PlanChoices) => {
    save.reset();
    setChoices({ ...choices, ...choice });
  };
  const { data: drawing } = api.venue.planDraft.useQuery({ venueId });
  const spread = result?.warnings.some(({ kind }) => kind === "SPREAD") || choices.overlap === "keep";

  return (
    <div className="grid gap-6">
      <h2 className="display text-xl break-words">{file.name}</h2>
      {refused && <Refused error={refused} />}
      {(refused?.code === "PLAN_CONFLICT" || choices.sameName) && (
        <RadioGroup
          aria-label="Seats that a ticket could not tell apart"
          value={choices.sameName ?? ""}
          onValueChange={(sameName) => choose({ sameName: sameName as PlanChoices["sameName"] })}
          className="sm:grid-cols-2"
        >
          <RadioCard value="rename" label="Give them another name" hint="A second row A becomes A (2)." />
          <RadioCard value="drop" label="Leave the later ones out" hint="The first of each name stays." />
        </RadioGroup>
      )}
      {spread && (
        <RadioGroup
          aria-label="Zones that lie on one another"
          value={choices.overlap ?? "spread"}
          onValueChange={(overlap) => choose({ overlap: overlap as PlanChoices["overlap"] })}
          className="sm:grid-cols-2"
        >
          <RadioCard value="spread" label="Draw the zones apart" hint="Every seat can be seen and chosen." />
          <RadioCard value="keep" label="As the file has them" hint="Seats that meet are drawn side by side." />
        </RadioGroup>
      )}
      {result && <Drawn result={result} />}
      {drawing && (
        <Alert tone="warning">A drawing of this venue is not published yet. Saving this file throws it away.</Alert>
      )}
      {save.error && <Alert tone="danger">{refusalOf(save.error).message}</Alert>}
      <div className="border-line flex flex-wrap gap-3 border-t pt-6">
        <Button
          size="lg"
          disabled={!result}
          loading={save.isPending}
          onClick={() => save.mutate({ venueId, plan: file.text, choices })}
        >
          Save this plan
        </Button>
        <Button size="lg" variant="ghost" onClick={onEnd}>
          Choose another file
        </Button>
      </div>
    </div>
  );
}

function Drawn({ result: { content, warnings } }: { result: ReadPlan }) {
  return (
    <>
      <p className="text-ink-soft figures">
        {countOf(planSeatCount(content), "seat")} in {countOf(content.sections.length, "section")}:{" "}
        {content.sections.slice(0, 12).map((section) => section.name).join(", ")}
        {content.sections.length > 12 && ", ..."}
      </p>
      {warnings.length > 0 && (
        <Alert tone="warning" title="Taken, with a look at these">
          <ul className="mt-1 list-disc pl-5">
            {warnings.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Alert>
      )}
      <PlanPicture
        plan={content}
        marks={warnings.flatMap((warning) => warning.points ?? []).slice(0, 2_000)}
        className="bg-raised border-line rounded-card max-h-[40rem] w-full border p-4"
      />
    </>
  );
}

/** What is wrong, and each place of it: the list is long where a whole row is doubled. */
function Refused({ error }: { error: AppError }) {
  const conflicts = (error.facts?.conflicts ?? []) as { places: [string, string] }[];
  return (
    <Alert tone="danger" title={error.code === "PLAN_CONFLICT" ? "Some seats cannot be told apart" : "This file cannot be read"}>
      {error.userMessage}
      {conflicts.length > 1 && (
        <details className="mt-2">
          <summary className="cursor-pointer py-1.5 underline">All the places</summary>
          <ul className="mt-1 max-h-60 list-disc overflow-y-auto pl-5">
            {conflicts.map(({ places: [first, second] }) => (
              <li key={`${first}${second}`}>
                {second} and {first}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Alert>
  );
}

function tried(text: string, choices: PlanChoices): { result: ReadPlan | null; refused: AppError | null } {
  try {
    return { result: readPlan(text, choices), refused: null };
  } catch (error) {
    if (error instanceof AppError) return { result: null, refused: error };
    throw error;
  }
}
