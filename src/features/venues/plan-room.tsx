"use client";

import { useState, type ComponentType } from "react";
import { Skeleton } from "~/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "~/components/ui/tabs";
import type { PlanDraft } from "~/domain/seating/editor/draft";
import { generatePlan } from "~/domain/seating/plan/seating-plan-generate";
import { api } from "~/trpc/react";
import { PlanFiles } from "./plan-files";

export type DrawingBoard = ComponentType<{ venueId: string; draft: PlanDraft; revision: number; onDiscarded: () => void }>;

/** A venue's plan: drawn by hand, or in and out as files. */
export function PlanRoom({ id, Board }: { id: string; Board: DrawingBoard }) {
  return (
    <Tabs defaultValue="draw">
      <TabsList aria-label="Seating plan">
        <TabsTrigger value="draw">Draw</TabsTrigger>
        <TabsTrigger value="files">Files</TabsTrigger>
      </TabsList>
      <TabsContent value="draw">
        <Drawing id={id} Board={Board} />
      </TabsContent>
      <TabsContent value="files">
        <PlanFiles id={id} />
      </TabsContent>
    </Tabs>
  );
}

/** Goes on from the draft, else from the plan as it stands. What comes later does not change what is being drawn. */
function Drawing({ id, Board }: { id: string; Board: DrawingBoard }) {
  const [round, setRound] = useState(0);
  const once = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;
  const kept = api.venue.planDraft.useQuery({ venueId: id }, once);
  const plan = api.venue.plan.useQuery({ venueId: id }, once);
  if (kept.data === undefined || !plan.data) return <Skeleton className="h-[60vh]" />;
  const start = kept.data ?? { draft: startOf(plan.data), revision: 0 };
  return <Board key={round} venueId={id} draft={start.draft} revision={start.revision} onDiscarded={() => setRound(round + 1)} />;
}

function startOf(source: Parameters<typeof generatePlan>[0]): PlanDraft {
  // A stage is drawn for a plan that has seats and none; an empty room stays empty.
  if (source.sections.length === 0) return { sections: [], decorations: [...(source.decorations ?? [])] };
  const { sections, decorations } = generatePlan(source);
  return { sections, decorations };
}
