"use client";

import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { PlanDraft } from "~/domain/seating/editor/draft";
import { decorationBox } from "../map/model/decoration-box";
import type { MapEngine } from "../map/control/map-engine";
import { ShapeMemo } from "../map/model/shape-memo";
import { LassoLayer } from "../map/view/lasso-layer";
import { MapToolbar } from "../map/view/map-toolbar";
import { useMapEngine } from "../map/view/use-map-engine";
import { cn } from "~/lib/utils";
import { editorModel, plateLine } from "./editor-model";
import type { EditorAction, Selection } from "./editor-state";
import type { Tool } from "./tools";
import { editorKeyHelp, editorKeys } from "./use-editor-keys";
import { useEditorPointer } from "./use-editor-pointer";

const insets = { top: 24, right: 24, bottom: 24, left: 24 };

type Props = { draft: PlanDraft; selection: Selection; tool: Tool; act: (action: EditorAction) => void };

/** The plan on the buyers' own map, to be drawn on. The panel beside it does the same by lists and fields. */
export function EditorMap({ draft, selection, tool, act }: Props) {
  const [memo] = useState(() => new ShapeMemo());
  const model = useMemo(() => editorModel(draft, memo), [draft, memo]);
  // The engine stays; the plan under it changes with every step.
  const [first] = useState(model);
  const { engine, attach, cannotDraw } = useMapEngine(first, insets);
  const help = useId();
  const { frame, carried, handlers } = useEditorPointer(engine, { tool, selection, act });

  useEffect(() => {
    if (!engine) return;
    if (engine.model !== model) engine.setModel(model);
    engine.set({ plateLine });
    engine.setMine(selection.seats);
  }, [engine, model, selection]);
  useEffect(() => {
    engine?.camera.setGate((event) => tool === "pan" || event.type === "wheel");
  }, [engine, tool]);

  return (
    <div className="bg-paper border-line rounded-card relative h-[60vh] min-h-96 overflow-hidden border" data-plan-map={engine ? "ready" : "loading"}>
      <canvas
        ref={attach}
        role="application"
        tabIndex={0}
        aria-label="Seating plan"
        aria-describedby={help}
        className={cn("absolute inset-0 size-full touch-none focus-visible:outline-offset-[-3px]", tool === "pan" ? "cursor-grab active:cursor-grabbing" : tool === "select" ? "cursor-default" : "cursor-crosshair")}
        onKeyDown={(event) => engine && editorKeys(event, engine, { draft, selection, act })}
        {...handlers}
      />
      <p id={help} className="sr-only">
        {editorKeyHelp} The sections below, or beside, list the same.
      </p>
      {cannotDraw && <p className="text-ink-soft absolute inset-x-4 top-24 text-center">This browser cannot draw the plan. The lists have all of it.</p>}
      {engine && tool === "lasso" && <LassoLayer engine={engine} onSeats={(seats, added) => act({ do: "select", seats: added ? [...selection.seats, ...seats] : seats })} />}
      {frame && <div aria-hidden style={frame} className="border-focus bg-focus/10 pointer-events-none absolute border" />}
      {engine && selection.decoration !== null && <DecorationFrame engine={engine} index={selection.decoration} by={carried} />}
      <MapToolbar engine={engine} className="absolute right-3 bottom-3" />
    </div>
  );
}

/** A dashed line round the drawn thing that is chosen, wherever the camera goes. */
function DecorationFrame({ engine, index, by }: { engine: MapEngine; index: number; by: { x: number; y: number } }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = () => {
      const item = engine.model.decorations[index];
      if (!frame.current || !item) return;
      const { left, right, top, bottom } = decorationBox(item);
      const { k, x, y } = engine.scene.camera;
      Object.assign(frame.current.style, {
        left: `${(left + by.x) * k + x - 4}px`,
        top: `${(top + by.y) * k + y - 4}px`,
        width: `${(right - left) * k + 8}px`,
        height: `${(bottom - top) * k + 8}px`,
      });
    };
    show();
    return engine.onFrame(show);
  }, [engine, index, by]);
  return <div ref={frame} aria-hidden className="border-focus pointer-events-none absolute rounded-[4px] border-2 border-dashed" />;
}
