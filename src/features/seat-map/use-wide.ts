"use client";

import { useSyncExternalStore } from "react";

const query = "(min-width: 64rem)";

/** Whether the summary stands beside the seats and not below them (Tailwind's lg). */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
    () => true,
  );
}
