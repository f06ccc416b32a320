"use client";

import { useMemo } from "react";
import { PlanPicture } from "~/components/plan-picture";
import { contentOf, type PlanDraft } from "~/domain/seating/editor/draft";
import { templates } from "~/domain/seating/editor/templates";

/** Rooms to begin with. */
export function TemplateChoice({ onChoose }: { onChoose: (draft: PlanDraft) => void }) {
  const rooms = useMemo(() => templates.map((template) => ({ ...template, made: template.draft() })), []);
  return (
    <section aria-labelledby="templates">
      <h2 id="templates" className="display text-xl">
        Begin with a room
      </h2>
      <p className="text-ink-soft mt-1 mb-4">Everything in it can be moved and changed. Or add rows above, on an empty floor.</p>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {rooms.map(({ key, name, hint, made }) => (
          <li key={key} className="border-line rounded-card bg-raised hover:border-line-strong relative border p-4">
            <PlanPicture plan={contentOf(name, made)} className="h-44 w-full" />
            <button type="button" onClick={() => onChoose(made)} className="mt-3 text-left font-medium after:absolute after:inset-0">
              {name}
            </button>
            <p className="text-ink-soft text-sm">{hint}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
