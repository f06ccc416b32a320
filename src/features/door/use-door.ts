"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { browserDoor } from "./browser-api";
import { DoorEngine } from "./engine/door-engine";
import { openDoorStore } from "./idb-store";
import { keepForOffline } from "./offline";

/** A word with the server every so often: what was cancelled is refused by every door within five seconds. */
const SYNC_EVERY_MS = 3_000;

export type OpenedDoor = { engine: DoorEngine; search: ReturnType<typeof browserDoor>["search"] };

/** This phone as a door of the event; null until its store is open. */
export function useDoor(eventId: string): OpenedDoor | null {
  const [door, setDoor] = useState<OpenedDoor | null>(null);
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = async () => {
      const { store, identity } = await openDoorStore(eventId);
      const who = await identity(tokenFromAddress());
      const { api, search } = browserDoor(eventId, who);
      const engine = new DoorEngine({ store, api, clock: { now: () => Date.now(), after: stoppable } });
      await engine.start();
      if (gone) return;
      setDoor({ engine, search });
      const go = async () => {
        await engine.sync();
        if (!gone) timer = setTimeout(() => void go(), SYNC_EVERY_MS);
      };
      await go();
    };
    void open();
    void keepForOffline();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [eventId]);
  return door;
}

/** What the engine knows, as it changes. */
export function useDoorState({ engine }: OpenedDoor) {
  return useSyncExternalStore(engine.subscribe, engine.snapshot, engine.snapshot);
}

function stoppable(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

/** The link's token stands behind the #, and no longer than it takes to read it. */
function tokenFromAddress(): string | null {
  const token = /^#([\w-]{16,64})$/.exec(window.location.hash)?.[1] ?? null;
  if (token) window.history.replaceState(window.history.state, "", window.location.pathname);
  return token;
}
