"use client";

import { Plus, Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "~/components/ui/dropdown-menu";
import type { PlanDraft } from "~/domain/seating/editor/draft";
import type { History } from "~/domain/seating/editor/history";
import type { Decoration } from "~/domain/seating/plan/seating-plan";
import { boundsOf } from "~/domain/seating/plan/seating-plan-bounds";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { cn } from "~/lib/utils";
import { api } from "~/trpc/react";
import type { EditorAction } from "./editor-state";
import { tools, type Tool } from "./tools";
import type { Saving } from "./use-draft-saving";

/** What is being added by a form. */
export type Adding = "rows" | "tables" | "standing";

type Props = {
  tool: Tool;
  onTool: (tool: Tool) => void;
  onAdd: (what: Adding | Decoration) => void;
  draft: PlanDraft;
  history: History;
  act: (action: EditorAction) => void;
  saving: Saving;
  publishing: boolean;
  mayPublish: boolean;
  onPublish: () => void;
  venueId: string;
  onDiscarded: () => void;
};

const savingWords: Record<Saving, string> = {
  saved: "Saved as a draft",
  waiting: "Not saved yet",
  saving: "Saving",
  failed: "Not saved",
};

/** Tools, what can be added, undo and redo, and the way out to buyers. */
export function EditorBar(props: Props) {
  const { tool, onTool, onAdd, draft, history, act, saving, publishing, mayPublish, onPublish } = props;
  return (
    <div role="toolbar" aria-label="Drawing" className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
      <div role="group" aria-label="Tools" className="border-line rounded-control flex overflow-hidden border">
        {tools.map(({ tool: one, label, icon: Icon }) => (
          <button
            key={one}
            type="button"
            aria-label={label}
            title={label}
            aria-pressed={tool === one}
            onClick={() => onTool(one)}
            className={cn("grid size-11 place-items-center transition-colors focus-visible:outline-offset-[-2px]", tool === one ? "bg-ink text-paper" : "text-ink hover:bg-surface")}
          >
            <Icon aria-hidden className="size-4.5" />
          </button>
        ))}
      </div>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="secondary">
            <Plus aria-hidden /> Add
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start">
          <DropdownMenuItem onSelect={() => onAdd("rows")}>Rows of seats</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => onAdd("tables")}>Tables</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => onAdd("standing")}>Standing area</DropdownMenuItem>
          {drawn(draft).map(({ word, item }) => (
            <DropdownMenuItem key={word} onSelect={() => onAdd(item)}>
              {word}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      <div className="flex">
        <Button variant="ghost" size="icon" aria-label="Undo" title="Undo" aria-disabled={!history.past} onClick={() => act({ do: "undo" })}>
          <Undo2 aria-hidden />
        </Button>
        <Button variant="ghost" size="icon" aria-label="Do again" title="Do again" aria-disabled={!history.future} onClick={() => act({ do: "redo" })}>
          <Redo2 aria-hidden />
        </Button>
      </div>
      <div className="ml-auto flex flex-wrap items-center gap-3">
        {mayPublish && (
          <span role="status" className="text-ink-soft text-sm">
            {savingWords[saving]}
          </span>
        )}
        {mayPublish && <Discard venueId={props.venueId} onDiscarded={props.onDiscarded} />}
        <Button disabled={!mayPublish} loading={publishing} onClick={onPublish}>
          Publish the plan
        </Button>
      </div>
    </div>
  );
}

function Discard({ venueId, onDiscarded }: Pick<Props, "venueId" | "onDiscarded">) {
  const [open, setOpen] = useState(false);
  const utils = api.useUtils();
  const discard = api.venue.discardPlanDraft.useMutation({
    onSuccess: async () => {
      await Promise.all([utils.venue.planDraft.invalidate(), utils.venue.plan.invalidate()]);
      onDiscarded();
    },
    onError: (error) => toast.error(refusalOf(error).message),
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="ghost">Throw away</Button>}
      title="Throw this drawing away"
      description="The plan is again as it was last published. Nothing of this drawing is kept."
      confirmLabel="Throw away"
      cancelLabel="Keep drawing"
      pending={discard.isPending}
      onConfirm={() => discard.mutate({ venueId })}
    />
  );
}

/** What is drawn beside seats: a stage goes in front of all there is, the rest behind it. */
function drawn({ sections, decorations }: PlanDraft): { word: string; item: Decoration }[] {
  const { left, right, top, bottom } = boundsOf([...sections], [...decorations]);
  const x = Math.round((left + right) / 2);
  const [front, back] = [Math.round(top - 90), Math.round(bottom + 30)];
  return [
    { word: "Stage", item: { kind: "stage", x: x - 90, y: front, width: 180, height: 60, label: "Stage" } },
    { word: "Screen", item: { kind: "screen", x: x - 90, y: front + 40, width: 180, height: 8, label: "Screen" } },
    { word: "Bar, desk or wall", item: { kind: "area", x: x - 40, y: back, width: 80, height: 24, label: "Bar" } },
    { word: "Text", item: { kind: "text", x, y: back, size: 12, text: "Entrance" } },
  ];
}
