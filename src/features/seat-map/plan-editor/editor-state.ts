import type { Command } from "~/domain/seating/editor/commands";
import { seatCountOf, type PlanDraft } from "~/domain/seating/editor/draft";
import { perform, redo, startHistory, undo, type History } from "~/domain/seating/editor/history";

/** What is chosen: seats by ordinal, or one drawn thing by its place in the list. */
export type Selection = { seats: ReadonlySet<number>; decoration: number | null };

export type EditorState = { history: History; selection: Selection };

export type EditorAction =
  | { do: "command"; command: Command }
  | { do: "undo" }
  | { do: "redo" }
  | { do: "select"; seats: Iterable<number> }
  | { do: "selectDecoration"; index: number };

export const nothing: Selection = { seats: new Set(), decoration: null };

export function startEditor(draft: PlanDraft): EditorState {
  return { history: startHistory(draft), selection: nothing };
}

/** What a press, a key or a form does to the plan and to what is chosen. */
export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  const { history, selection } = state;
  switch (action.do) {
    case "select":
      return { history, selection: { seats: new Set(action.seats), decoration: null } };
    case "selectDecoration":
      return { history, selection: { seats: new Set(), decoration: action.index } };
    case "command": {
      const next = perform(history, action.command);
      return next === history ? state : { history: next, selection: after(action.command, history.present, next.present, selection) };
    }
    case "undo":
    case "redo": {
      const next = action.do === "undo" ? undo(history) : redo(history);
      if (next === history) return state;
      const same =
        seatCountOf(next.present) === seatCountOf(history.present) &&
        next.present.decorations.length === history.present.decorations.length;
      return { history: next, selection: same ? selection : nothing };
    }
  }
}

/** What was made is chosen, so that it can be moved at once; what went is not. */
function after(command: Command, before: PlanDraft, now: PlanDraft, selection: Selection): Selection {
  switch (command.do) {
    case "addSection":
    case "copy": {
      const [from, to] = [seatCountOf(before), seatCountOf(now)];
      return { seats: new Set(Array.from({ length: to - from }, (_, i) => from + i)), decoration: null };
    }
    case "addDecoration":
      return { seats: new Set(), decoration: now.decorations.length - 1 };
    case "remove":
    case "assign":
    case "replace":
      return nothing;
    default:
      return selection;
  }
}
