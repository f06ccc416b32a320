"use client";

import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";

function subscribe(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/**
 * Says at once that there is no network, over everything that may be open. What was asked for meanwhile waits, and is sent
 * by itself (TanStack Query, network mode "online").
 */
export function OfflineNote() {
  const offline = useSyncExternalStore(subscribe, () => !navigator.onLine, () => false);
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-24 z-60 flex justify-center px-4 sm:bottom-6">
      {offline && (
        <p className="bg-ink text-paper rounded-control shadow-float animate-pop-in flex max-w-md items-center gap-3 px-4 py-3 text-sm font-medium">
          <WifiOff aria-hidden className="size-5 shrink-0" />
          You are offline. We go on by ourselves as soon as your connection is back.
        </p>
      )}
    </div>
  );
}
