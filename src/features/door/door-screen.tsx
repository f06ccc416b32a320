"use client";

import { DoorClosed as ClosedDoor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore, type ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Spinner } from "~/components/ui/spinner";
import { cn } from "~/lib/utils";
import { DoorDesk } from "./door-desk";
import { DoorStatus } from "./door-status";
import { useDoor, useDoorState, type OpenedDoor } from "./use-door";

/** The door on a phone: dark unless somebody wants light, over everything else of the page. */
export function DoorScreen({ eventId }: { eventId: string }) {
  const door = useDoor(eventId);
  const [light, setLight] = useLight();
  return (
    <div className={cn(light ? "light" : "dark", "bg-paper text-ink fixed inset-0 z-50 overflow-y-auto overscroll-none")}>
      <div className="mx-auto flex min-h-full max-w-lg flex-col">
        {door ? (
          <Opened door={door} theme={<ThemeButton light={light} onPress={() => setLight(!light)} />} />
        ) : (
          <Message title="Opening the door">
            <Spinner />
          </Message>
        )}
      </div>
    </div>
  );
}

function Opened({ door, theme }: { door: OpenedDoor; theme: ReactNode }) {
  const state = useDoorState(door);
  const evening = door.engine.evening;
  if (state.closed && !(evening && state.waiting > 0))
    return (
      <Message title="This door is closed">
        <ClosedDoor aria-hidden className="size-10" />
        The link has ended, was ended by the organizer, or is for another event. Ask for a new one, or sign in as the organizer.
      </Message>
    );
  if (!evening)
    return (
      <Message title="Fetching the list">
        <Spinner />
        {state.online ? "One moment." : "There is no network yet. The list comes as soon as there is."}
      </Message>
    );
  return (
    <>
      <header className="flex items-center gap-3 px-4 py-2.5">
        <div className="min-w-0 grow">
          <h1 className="truncate font-semibold">{evening.event.title}</h1>
          <div className="text-ink-soft flex flex-wrap gap-x-3 text-sm">
            {evening.gate}
            <DoorStatus online={state.online} waiting={state.waiting} />
          </div>
        </div>
        {theme}
      </header>
      <DoorDesk door={door} state={state} evening={evening} />
    </>
  );
}

function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="text-ink-soft grid grow place-content-center justify-items-center gap-4 px-8 py-16 text-center">
      <h1 className="display text-ink text-2xl">{title}</h1>
      {children}
    </div>
  );
}

function ThemeButton({ light, onPress }: { light: boolean; onPress: () => void }) {
  return (
    <Button variant="ghost" size="icon" onClick={onPress} aria-label={light ? "Dark screen" : "Light screen"}>
      {light ? <Moon aria-hidden /> : <Sun aria-hidden />}
    </Button>
  );
}

const LIGHT = "aisle-door-light";
const listeners = new Set<() => void>();

function useLight(): [boolean, (light: boolean) => void] {
  const light = useSyncExternalStore(
    (changed) => (listeners.add(changed), () => listeners.delete(changed)),
    () => localStorage.getItem(LIGHT) === "1",
    () => false,
  );
  return [light, (next) => (localStorage.setItem(LIGHT, next ? "1" : "0"), listeners.forEach((changed) => changed()))];
}
