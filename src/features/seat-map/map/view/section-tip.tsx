"use client";

import type { MapEngine } from "../control/map-engine";
import { sectionPriceWords } from "../../section-price";

/** Name, price and what is left of the section under the mouse, where seats are too small to be told apart. */
export function SectionTip({ engine, section, free }: { engine: MapEngine; section: number; free: number }) {
  const { name, taxBps, label } = engine.model.sections[section]!;
  const { k, x, y } = engine.scene.camera;
  const { width } = engine.scene.viewport;
  const left = Math.min(Math.max(8, label.x * k + x - 100), width - 208);
  return (
    <div
      role="tooltip"
      style={{ left, top: Math.max(8, label.y * k + y - 96) }}
      className="bg-raised rounded-control shadow-float pointer-events-none absolute z-10 w-50 px-3.5 py-2.5"
    >
      <p className="text-ink flex justify-between gap-4 font-semibold">
        <span>{name}</span>
        <span className="figures text-price">{sectionPriceWords(engine.model.sections[section]!)}</span>
      </p>
      <p className="text-ink-soft flex justify-between gap-4 text-sm">
        <span>{free === 0 ? "Sold out" : `${free.toLocaleString("en-IN")} left`}</span>
        {taxBps !== 0 && <span className="text-xs leading-5">with GST</span>}
      </p>
    </div>
  );
}
