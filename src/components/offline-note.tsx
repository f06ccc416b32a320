"use client";

import { useQueryClient } from "@tanstack/react-query";
import { RotateCw, WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";

function subscribe(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Whether something that was asked for got no answer, and is being asked for again. */
function useLostCall(): boolean {
  const cache = useQueryClient().getQueryCache();
  const isLost = () =>
    cache.getAll().some(({ state }) => {
      const reason = state.fetchFailureReason as { data?: unknown } | null;
      return state.fetchStatus === "fetching" && reason !== null && reason.data === undefined;
    });
  return useSyncExternalStore((changed) => cache.subscribe(changed), isLost, () => false);
}

/**
 * Says at once that there is no network, or that Aisle does not answer, over everything that may be open. What was asked
 * for offline waits, and is sent by itself (TanStack Query, network mode "online"); what was lost is asked for again.
 */
export function OfflineNote() {
  const offline = useSyncExternalStore(subscribe, () => !navigator.onLine, () => false);
  const lost = useLostCall();
  const Icon = offline ? WifiOff : RotateCw;
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-24 z-60 flex justify-center px-4 sm:bottom-6">
      {(offline || lost) && (
        <p className="bg-ink text-paper rounded-control shadow-float animate-pop-in flex max-w-md items-center gap-3 px-4 py-3 text-sm font-medium">
          <Icon aria-hidden className="size-5 shrink-0" />
          {offline
            ? "You are offline. We go on by ourselves as soon as your connection is back."
            : "Aisle did not answer. We are trying again."}
        </p>
      )}
    </div>
  );
}
