"use client";

import { Maximize2, Minus, Plus } from "lucide-react";
import type { MapEngine } from "../control/map-engine";

/** Closer, further, all of it. */
export function MapToolbar({ engine, className }: { engine: MapEngine | null; className?: string }) {
  const buttons = [
    { label: "Zoom in", icon: Plus, press: () => engine?.camera.zoomBy(1.7) },
    { label: "Zoom out", icon: Minus, press: () => engine?.camera.zoomBy(1 / 1.7) },
    { label: "Show the whole plan", icon: Maximize2, press: () => engine?.camera.showAll() },
  ];
  return (
    <div role="group" aria-label="Zoom" className={className}>
      <div className="bg-raised shadow-float rounded-control divide-line flex divide-x overflow-hidden sm:flex-col sm:divide-x-0 sm:divide-y">
        {buttons.map(({ label, icon: Icon, press }) => (
          <button
            key={label}
            type="button"
            aria-label={label}
            title={label}
            onClick={press}
            className="text-ink hover:bg-surface grid size-11 place-items-center transition-colors focus-visible:outline-offset-[-2px]"
          >
            <Icon aria-hidden className="size-4.5" />
          </button>
        ))}
      </div>
    </div>
  );
}
