"use client";

import { useDeferredValue, useMemo } from "react";
import { PlanPicture } from "~/components/plan-picture";
import { Alert } from "~/components/ui/alert";
import { AppError } from "~/domain/errors";
import { planSeatCount, type Decoration, type SectionLayout, type SectionSpec } from "~/domain/seating/plan/seating-plan";
import { generatePlan } from "~/domain/seating/plan/seating-plan-generate";
import { countOf } from "~/lib/words";
import type { SectionForm } from "~/schemas/venue-form";
import { toSpec } from "./venue-values";

/** The plan as it would be made of these sections, drawn while one types. */
export function PlanPreview({
  sections,
  layouts,
  decorations,
}: {
  sections: readonly SectionForm[];
  layouts: ReadonlyMap<string, SectionLayout>;
  decorations: readonly Decoration[];
}) {
  const typed = useDeferredValue(sections);
  const result = useMemo(() => draw(typed, layouts, decorations), [typed, layouts, decorations]);
  return (
    <div className="bg-raised border-line rounded-card border p-4">
      <p className="flex justify-between gap-4 text-sm">
        <span className="font-medium">Seating plan</span>
        <span className="text-ink-soft figures" role="status">
          {result.plan && countOf(planSeatCount(result.plan), "seat")}
        </span>
      </p>
      {result.plan && result.plan.sections.length > 0 && (
        <PlanPicture plan={result.plan} className="mt-3 max-h-[28rem] w-full" />
      )}
      {result.plan?.sections.length === 0 && (
        <p className="text-ink-soft py-12 text-center">Add a section and it is drawn here.</p>
      )}
      {result.problem && (
        <Alert tone="warning" className="mt-3">
          {result.problem}
        </Alert>
      )}
    </div>
  );
}

function draw(
  forms: readonly SectionForm[],
  layouts: ReadonlyMap<string, SectionLayout>,
  decorations: readonly Decoration[],
) {
  const specs = forms.map((form, index) => toSpec(form, index, layouts.get(form.sectionId)));
  const whole = specs.filter((spec): spec is SectionSpec => spec !== null);
  try {
    return { plan: generatePlan({ name: "", sections: whole, decorations }), problem: null };
  } catch (error) {
    if (error instanceof AppError) return { plan: null, problem: error.userMessage };
    throw error;
  }
}
