import { useEffect, useRef } from "react";

/** Hand scanners type as fast as nobody can. */
const GAP_MS = 120;
const SHORTEST = 12;

/** Codes of a hand scanner that types them like a keyboard and ends with Enter, whatever has the focus but a field. */
export function useWedge(onCode: (code: string) => void): void {
  const say = useRef(onCode);
  useEffect(() => {
    say.current = onCode;
  }, [onCode]);
  useEffect(() => {
    let typed = "";
    let last = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.timeStamp - last > GAP_MS) typed = "";
      last = event.timeStamp;
      if (event.key.length === 1) typed += event.key;
      if (event.key !== "Enter" || typed.length < SHORTEST) return;
      event.preventDefault();
      say.current(typed);
      typed = "";
    };
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, []);
}
