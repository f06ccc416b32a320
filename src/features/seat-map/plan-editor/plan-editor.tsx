"use client";

import { useReducer, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "~/components/ui/tabs";
import { checkDraft } from "~/domain/seating/editor/check-draft";
import type { Command } from "~/domain/seating/editor/commands";
import { seatCountOf, type PlanDraft } from "~/domain/seating/editor/draft";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api } from "~/trpc/react";
import { AddRows, AddStanding } from "./add-rows";
import { AddTables } from "./add-tables";
import { ChecksList } from "./checks-list";
import { DecorationPanel } from "./decoration-panel";
import { EditorBar, type Adding } from "./editor-bar";
import { EditorMap } from "./editor-map";
import { editorReducer, startEditor } from "./editor-state";
import { SectionsList } from "./sections-list";
import { SelectionPanel } from "./selection-panel";
import { TemplateChoice } from "./template-choice";
import type { Tool } from "./tools";
import { useChecks } from "./use-checks";
import { useDraftSaving } from "./use-draft-saving";
import { historyKeys } from "./use-editor-keys";

type Props = { venueId: string; draft: PlanDraft; revision: number; onDiscarded: () => void };

/** A venue's plan, drawn by hand: kept as a draft while one draws, the venue's when it is published. */
export function PlanEditor({ venueId, draft: start, revision, onDiscarded }: Props) {
  const [{ history, selection }, act] = useReducer(editorReducer, start, startEditor);
  const draft = history.present;
  const [tool, setTool] = useState<Tool>("select");
  const [adding, setAdding] = useState<Adding | null>(null);
  const [tab, setTab] = useState("chosen");
  const [refused, setRefused] = useState<string | null>(null);
  const problems = useChecks(draft);
  const saving = useDraftSaving(venueId, draft, revision);
  const utils = api.useUtils();
  const publish = api.venue.publishPlanDraft.useMutation({
    onSuccess: async ({ seatCount }) => {
      saving.published();
      setRefused(null);
      toast.success(`The plan is published: ${countOf(seatCount, "seat")}.`);
      await Promise.all([utils.venue.plan.invalidate(), utils.venue.byId.invalidate()]);
    },
    onError: (error) => setRefused(refusalOf(error).message),
  });
  const command = (one: Command) => {
    setRefused(null);
    act({ do: "command", command: one });
  };
  const add = (one: Command) => {
    command(one);
    setAdding(null);
    setTab("chosen");
  };
  const goLive = async () => {
    if (checkDraft(draft).some(({ stops }) => stops)) return setTab("checks");
    const now = await saving.flush();
    if (now !== null && now > 0) publish.mutate({ venueId, revision: now });
  };
  const empty = draft.sections.length + draft.decorations.length === 0;

  return (
    <div onKeyDown={(event) => void historyKeys(event, act)}>
      <EditorBar
        tool={tool}
        onTool={setTool}
        onAdd={(what) => {
          setTab("chosen");
          if (typeof what === "string") return setAdding(what);
          add({ do: "addDecoration", item: what });
        }}
        draft={draft}
        history={history}
        act={act}
        saving={saving.state}
        publishing={publish.isPending}
        mayPublish={history.past !== null || revision > 0}
        onPublish={() => void goLive()}
        venueId={venueId}
        onDiscarded={onDiscarded}
      />
      {(refused ?? saving.problem) && (
        <Alert tone="danger" className="mb-4">
          {refused ?? saving.problem}
        </Alert>
      )}
      {empty && !adding ? (
        <TemplateChoice onChoose={(chosen) => command({ do: "replace", draft: chosen })} />
      ) : (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <EditorMap draft={draft} selection={selection} tool={tool} act={act} />
          <Tabs
            // A form begins, and ends, at the panel's top.
            key={adding}
            value={tab}
            onValueChange={setTab}
            className="lg:max-h-[60vh] lg:min-h-96 lg:overflow-y-auto lg:pr-1"
          >
            <TabsList aria-label="The plan in words">
              <TabsTrigger value="chosen">{adding ? "Add" : "Chosen"}</TabsTrigger>
              <TabsTrigger value="sections">Sections</TabsTrigger>
              <TabsTrigger value="checks">Checks{problems.length > 0 && ` (${problems.length})`}</TabsTrigger>
            </TabsList>
            <TabsContent value="chosen">
              {adding === "rows" ? (
                <AddRows draft={draft} onAdd={(section) => add({ do: "addSection", section })} onCancel={() => setAdding(null)} />
              ) : adding === "tables" ? (
                <AddTables draft={draft} onAdd={(section) => add({ do: "addSection", section })} onCancel={() => setAdding(null)} />
              ) : adding === "standing" ? (
                <AddStanding draft={draft} onAdd={(section) => add({ do: "addSection", section })} onCancel={() => setAdding(null)} />
              ) : selection.decoration !== null && draft.decorations[selection.decoration] ? (
                <DecorationPanel
                  key={selection.decoration}
                  item={draft.decorations[selection.decoration]!}
                  onChange={(item) => command({ do: "setDecoration", index: selection.decoration!, item })}
                  onDelete={() => command({ do: "remove", seats: [], decorations: [selection.decoration!] })}
                />
              ) : selection.seats.size > 0 ? (
                <SelectionPanel draft={draft} seats={selection.seats} onCommand={command} />
              ) : (
                <p className="text-ink-soft">
                  {countOf(seatCountOf(draft), "seat")} in {countOf(draft.sections.length, "section")}. Press a seat, press it
                  twice for its row, or draw a frame round many; Sections lists all of them.
                </p>
              )}
            </TabsContent>
            <TabsContent value="sections">
              <SectionsList draft={draft} selection={selection} act={act} />
            </TabsContent>
            <TabsContent value="checks">
              <ChecksList problems={problems} onShow={(seats) => act({ do: "select", seats })} />
            </TabsContent>
          </Tabs>
        </div>
      )}
    </div>
  );
}
