import { apply, type Command } from "./commands";
import type { PlanDraft } from "./draft";

type Past = { readonly draft: PlanDraft; readonly before: Past } | null;

/**
 * A draft with all that it was and, after an undo, all that it was going to be. Drafts share what did not change, so
 * steps are cheap and there is no end to them.
 */
export type History = { readonly present: PlanDraft; readonly past: Past; readonly future: Past };

export function startHistory(present: PlanDraft): History {
  return { present, past: null, future: null };
}

/** Does a command; what was undone before it is forgotten. */
export function perform(history: History, command: Command): History {
  const present = apply(history.present, command);
  if (present === history.present) return history;
  return { present, past: { draft: history.present, before: history.past }, future: null };
}

export function undo(history: History): History {
  const { past, present, future } = history;
  return past ? { present: past.draft, past: past.before, future: { draft: present, before: future } } : history;
}

export function redo(history: History): History {
  const { past, present, future } = history;
  return future ? { present: future.draft, past: { draft: present, before: past }, future: future.before } : history;
}
