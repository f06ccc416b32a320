import { useEffect, useState } from "react";
import { checkDraft, type Problem } from "~/domain/seating/editor/check-draft";
import type { PlanDraft } from "~/domain/seating/editor/draft";

/** Edits follow one another faster than this while one draws. */
const REST_MS = 300;
/** A browser that is never idle checks all the same. */
const LATEST_MS = 2_000;

/** What is wrong with a draft: looked at once nothing was drawn for a moment and the browser has nothing else to do. */
export function useChecks(draft: PlanDraft): Problem[] {
  const [checked, setChecked] = useState(() => ({ draft, problems: checkDraft(draft) }));
  useEffect(() => {
    if (checked.draft === draft) return;
    const look = () => setChecked({ draft, problems: checkDraft(draft) });
    let idle = 0;
    const rest = setTimeout(() => {
      // Safari has no idle time to give.
      if (typeof requestIdleCallback === "undefined") look();
      else idle = requestIdleCallback(look, { timeout: LATEST_MS });
    }, REST_MS);
    return () => {
      clearTimeout(rest);
      if (idle !== 0) cancelIdleCallback(idle);
    };
  }, [draft, checked.draft]);
  return checked.problems;
}
