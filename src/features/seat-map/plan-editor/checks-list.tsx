"use client";

import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { Button } from "~/components/ui/button";
import type { Problem } from "~/domain/seating/editor/check-draft";

/** What stops the plan from being published, and what deserves a look. */
export function ChecksList({ problems, onShow }: { problems: readonly Problem[]; onShow: (seats: readonly number[]) => void }) {
  if (problems.length === 0) {
    return (
      <p className="flex gap-2">
        <CircleCheck aria-hidden className="text-success mt-0.5 size-5 shrink-0" /> Nothing is wrong with this plan.
      </p>
    );
  }
  return (
    <ul className="grid gap-4">
      {problems.map(({ kind, stops, sentence, seats }) => (
        <li key={kind} className="flex gap-2">
          {stops ? (
            <CircleAlert aria-hidden className="text-danger mt-0.5 size-5 shrink-0" />
          ) : (
            <TriangleAlert aria-hidden className="text-warning mt-0.5 size-5 shrink-0" />
          )}
          <div>
            <p>
              {sentence} <span className="text-ink-soft">{stops ? "It cannot be published so." : "It can be published all the same."}</span>
            </p>
            {seats.length > 0 && (
              <Button variant="link" onClick={() => onShow(seats)}>
                Choose them
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
