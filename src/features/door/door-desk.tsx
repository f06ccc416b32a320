"use client";

import { LogIn, LogOut } from "lucide-react";
import { useCallback, useState } from "react";
import type { Direction } from "~/domain/door/scan";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "~/components/ui/tabs";
import { cn } from "~/lib/utils";
import { Camera } from "./camera";
import { Conflicts, Figures, LastScans } from "./door-panels";
import type { EngineState, Spoken } from "./engine/door-engine";
import type { Evening } from "./engine/ports";
import { FindTicket } from "./find-ticket";
import { signal, wakeSound } from "./signals";
import type { OpenedDoor } from "./use-door";
import { useWedge } from "./use-wedge";
import { useScreenAwake } from "~/lib/use-screen-awake";
import { verdictWords } from "./verdict-words";
import { VerdictPanel } from "./verdict-panel";

const KEPT_ON_SCREEN = 20;

/** The work at the door: camera, verdict, and what one looks up between two people. */
export function DoorDesk({ door, state, evening }: { door: OpenedDoor; state: EngineState; evening: Evening }) {
  const { engine } = door;
  const { venue } = evening.event;
  const [direction, setDirection] = useState<Direction>("ENTRY");
  const [spoken, setSpoken] = useState<Spoken[]>([]);
  const [trouble, setTrouble] = useState(false);
  const supervisor = evening.role === "SUPERVISOR";
  useScreenAwake();
  const scan = useCallback(
    async (code: string, sure = false) => {
      wakeSound();
      try {
        const next = await engine.scan(code, direction, sure);
        setSpoken((before) => [next, ...before].slice(0, KEPT_ON_SCREEN));
        setTrouble(false);
        signal(verdictWords(next, venue).signal);
      } catch {
        // The phone's store is full or gone: nothing was written, so nobody is let in.
        setTrouble(true);
        signal("bad");
      }
    },
    [engine, direction, venue],
  );
  useWedge((code) => void scan(code));
  const last = spoken[0] ?? null;
  return (
    <div className="flex grow flex-col" onPointerDown={wakeSound}>
      <div className="relative aspect-[4/3] max-h-[38dvh] w-full overflow-hidden bg-[#000]">
        <Camera onCode={(code) => void scan(code)} />
        <DirectionSwitch direction={direction} onChange={setDirection} />
      </div>
      {trouble ? (
        <p role="alert" className="bg-danger text-danger-ink px-5 py-8 text-xl font-semibold">
          This phone cannot keep scans: its storage is full or switched off. Use another one.
        </p>
      ) : (
        <VerdictPanel spoken={last} venue={venue} onSure={supervisor && last ? () => void scan(last.code, true) : undefined} />
      )}
      {state.closed && <p className="bg-danger text-danger-ink px-4 py-2">This link has ended. Scans of before are still being sent.</p>}
      <Conflicts conflicts={state.conflicts} venue={venue} />
      <Tabs
        defaultValue="find"
        className="px-4 pt-4 pb-10"
        onValueChange={(tab) => engine.show(tab === "figures")}
      >
        <TabsList>
          <TabsTrigger value="find">{supervisor ? "Find" : "Type"}</TabsTrigger>
          <TabsTrigger value="last">Last scans</TabsTrigger>
          <TabsTrigger value="figures">Figures</TabsTrigger>
        </TabsList>
        <TabsContent value="find" className="pt-4!">
          <FindTicket door={door} supervisor={supervisor} onCode={(code) => void scan(code)} />
        </TabsContent>
        <TabsContent value="last" className="pt-4!">
          <LastScans scans={spoken} venue={venue} />
        </TabsContent>
        <TabsContent value="figures" className="pt-4!">
          <Figures figures={state.figures} />
        </TabsContent>
      </Tabs>
    </div>
  );
}

const ways = [
  { value: "ENTRY", label: "In", Sign: LogIn },
  { value: "EXIT", label: "Out", Sign: LogOut },
] as const;

function DirectionSwitch({ direction, onChange }: { direction: Direction; onChange: (direction: Direction) => void }) {
  return (
    <div role="group" aria-label="Which way" className="absolute right-3 bottom-3 flex overflow-hidden rounded-full bg-[#000]/70">
      {ways.map(({ value, label, Sign }) => (
        <button
          key={value}
          type="button"
          aria-pressed={direction === value}
          onClick={() => onChange(value)}
          className={cn("flex h-12 items-center gap-2 px-5 font-semibold", direction === value ? "bg-[#fff] text-[#000]" : "text-[#fff]")}
        >
          <Sign aria-hidden className="size-5" />
          {label}
        </button>
      ))}
    </div>
  );
}
