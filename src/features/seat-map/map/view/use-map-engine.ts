"use client";

import { useCallback, useEffect, useState } from "react";
import { MapEngine } from "../control/map-engine";
import type { Insets } from "../control/camera-path";
import type { SeatModel } from "../model/seat-model";

/** More pixels than two to the point cost a cheap phone more than they show. */
const MOST_DPR = 2;

/** A map narrower than this (CSS pixels) is a phone's. */
const NARROW = 640;

function isStill(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * An engine on the canvas that `attach` (its ref) is given to. Follows the canvas's size, the screen's density, the
 * theme and the fonts.
 */
export function useMapEngine(model: SeatModel, insets: Insets) {
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const [cannotDraw, setCannotDraw] = useState(false);
  const { top, right, bottom, left } = insets;

  const attach = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      if (!canvas) return;
      if (!canvas.getContext("2d", { alpha: false })) return setCannotDraw(true);
      const made = new MapEngine(canvas, model, isStill);
      setEngine(made);
      const repaint = () => made.refreshPalette();
      const theme = new MutationObserver(repaint);
      theme.observe(document.documentElement, { attributeFilter: ["class", "style"] });
      document.fonts.addEventListener("loadingdone", repaint);
      return () => {
        theme.disconnect();
        document.fonts.removeEventListener("loadingdone", repaint);
        made.dispose();
        setEngine(null);
      };
    },
    [model],
  );

  useEffect(() => {
    if (!engine) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = engine.canvas;
      const dpr = Math.min(MOST_DPR, window.devicePixelRatio || 1);
      // A phone has no width to give away.
      const side = width < NARROW ? 8 : Infinity;
      const free = { top, bottom, left: Math.min(left, side), right: Math.min(right, side) };
      if (width > 0 && height > 0) engine.resize({ width, height, dpr }, free);
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(engine.canvas);
    // Moving the window to a denser screen changes no size in CSS pixels.
    const density = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    density.addEventListener("change", measure);
    return () => {
      sizes.disconnect();
      density.removeEventListener("change", measure);
    };
  }, [engine, top, right, bottom, left]);

  return { engine, attach, cannotDraw };
}
