import { useCallback, useEffect, useRef, useState } from "react";
import type { PlanDraft } from "~/domain/seating/editor/draft";
import { refusalOf } from "~/lib/api-error";
import { api } from "~/trpc/react";

/** How long the plan rests before it is saved, ms. */
const REST_MS = 1_200;

export type Saving = "saved" | "waiting" | "saving" | "failed";

/**
 * Saves a draft a moment after each change, one save at a time. `flush` saves what is not saved yet and answers the
 * revision that then stands, null where it could not.
 */
export function useDraftSaving(venueId: string, draft: PlanDraft, start: number) {
  const { mutateAsync } = api.venue.savePlanDraft.useMutation();
  const [state, setState] = useState<Saving>("saved");
  const [problem, setProblem] = useState<string | null>(null);
  const revision = useRef(start);
  const latest = useRef(draft);
  const saved = useRef(draft);
  const running = useRef<Promise<boolean> | null>(null);

  const save = useCallback(async (): Promise<boolean> => {
    try {
      setState("saving");
      while (saved.current !== latest.current) {
        const sent = latest.current;
        ({ revision: revision.current } = await mutateAsync({ venueId, revision: revision.current, draft: mutable(sent) }));
        saved.current = sent;
      }
      setState("saved");
      setProblem(null);
      return true;
    } catch (error) {
      setState("failed");
      setProblem(refusalOf(error).message);
      return false;
    }
  }, [mutateAsync, venueId]);

  const flush = useCallback(async (): Promise<number | null> => {
    running.current ??= save().finally(() => (running.current = null));
    let good = await running.current;
    if (good && saved.current !== latest.current) good = await save();
    return good ? revision.current : null;
  }, [save]);

  useEffect(() => {
    latest.current = draft;
    if (draft === saved.current) return;
    setState("waiting");
    const timer = setTimeout(() => void flush(), REST_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);

  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (saved.current !== latest.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, []);

  /** The draft was published: the next change begins another. */
  const published = useCallback(() => {
    revision.current = 0;
    setState("saved");
  }, []);

  return { state, problem, flush, published };
}

/** The API's types know no read-only lists. */
function mutable({ sections, decorations }: PlanDraft) {
  return { sections: [...sections], decorations: [...decorations] };
}
