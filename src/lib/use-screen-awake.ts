import { useEffect } from "react";

/** Keeps a phone's screen lit while the page is in sight, where the browser can: queues are long. */
export function useScreenAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const ask = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      // Refused on a low battery: then the screen goes dark as it always does.
      const given = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (gone) await given?.release();
      else lock = given;
    };
    const onShow = () => void ask();
    onShow();
    document.addEventListener("visibilitychange", onShow);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", onShow);
      void lock?.release();
    };
  }, []);
}
