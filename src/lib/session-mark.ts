const KEY = "aisle:session";

/** Tells other tabs, and pages that the browser keeps for the way back, that who is signed in has changed. */
export function markSession(kind: "in" | "out"): void {
  try {
    localStorage.setItem(KEY, `${kind}:${Date.now()}`);
  } catch {
    // Storage may be closed to us; then they learn of it at their next call.
  }
}

/**
 * Calls `onOther` when another tab signed in or out, and `onStale` when this page is shown again by the way back though
 * somebody has signed in or out since it was made. Answers what ends the watch.
 */
export function watchSession({ onOther, onStale }: { onOther: () => void; onStale: () => void }): () => void {
  const onStorage = ({ key }: StorageEvent) => key === KEY && onOther();
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && changedAt() > performance.timeOrigin && onStale();
  window.addEventListener("storage", onStorage);
  window.addEventListener("pageshow", onShow);
  return () => {
    window.removeEventListener("storage", onStorage);
    window.removeEventListener("pageshow", onShow);
  };
}

/** When it changed last, ms since 1970; 0 where nothing is known of it. */
function changedAt(): number {
  try {
    return Number(localStorage.getItem(KEY)?.split(":")[1] ?? 0);
  } catch {
    return 0;
  }
}
