import { CloudOff, CloudUpload, Wifi } from "lucide-react";
import { countOf } from "~/lib/words";
import type { EngineState } from "./engine/door-engine";

/** Whether there is network, and what waits for it. */
export function DoorStatus({ online, waiting }: Pick<EngineState, "online" | "waiting">) {
  const words = online ? (waiting > 0 ? "Sending" : "Online") : "No network";
  const Sign = online ? (waiting > 0 ? CloudUpload : Wifi) : CloudOff;
  return (
    <p className="figures flex items-center gap-1.5 text-sm" data-testid="door-status" data-online={online} data-waiting={waiting}>
      <Sign aria-hidden className={online ? "text-success size-4.5" : "text-warning size-4.5"} />
      <span>
        {words}
        {waiting > 0 && <span className="text-ink-soft">, {countOf(waiting, "scan")} kept</span>}
      </span>
    </p>
  );
}
