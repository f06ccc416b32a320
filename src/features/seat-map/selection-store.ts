import { tabStorage } from "~/lib/tab-storage";

export type Notice = { id: number; tone: "info" | "warning"; text: string };
/** What the server held for this buyer when last heard of; `endsAtMs` by this device's clock. */
export type RememberedHold = { seatIds: string[]; endsAtMs: number };

export type SelectionState = {
  /** Chosen on this page, not yet held. */
  chosen: readonly string[];
  /** Were chosen and went to somebody else. */
  lost: readonly string[];
  /** Held and run out: asked about in a dialog. */
  expired: readonly string[];
  /** When that was noticed, by this device's clock (ms): what was known of the seats before is of no use. */
  expiredAtMs: number;
  /** Given back a moment ago: free, though the last answer about everyone's seats may not know yet. */
  freed: readonly string[];
  /** What happened last, in words: the one thing a live region reads. */
  notice: Notice | null;
  remembered: RememberedHold | null;
};

/** Longer than caches and one poll together take to tell. */
const FREED_MS = 5_000;

const empty: SelectionState = {
  chosen: [],
  lost: [],
  expired: [],
  expiredAtMs: 0,
  freed: [],
  notice: null,
  remembered: null,
};

/** Anything a former version or another hand left in the storage reads as nothing. */
function revive(value: unknown): SelectionState {
  const { chosen, remembered } = (value ?? {}) as {
    chosen?: unknown;
    remembered?: Partial<RememberedHold> | null;
  };
  const ids = (list: unknown) =>
    Array.isArray(list) ? list.filter((id): id is string => typeof id === "string") : [];
  return {
    ...empty,
    chosen: ids(chosen),
    remembered:
      typeof remembered?.endsAtMs === "number"
        ? { seatIds: ids(remembered.seatIds), endsAtMs: remembered.endsAtMs }
        : null,
  };
}

/**
 * What a buyer has chosen at one event, apart from how seats are drawn: the list and the map stand on the same
 * store. Kept in the tab, so that it survives a reload and the way to the sign-in page and back.
 */
export function createSelectionStore(eventId: string) {
  const key = `aisle:seats:${eventId}`;
  const listeners = new Set<() => void>();
  let state = revive(typeof window === "undefined" ? null : tabStorage.read(key));
  let notices = 0;

  function set(change: Partial<SelectionState>): void {
    state = { ...state, ...change };
    const { chosen, remembered } = state;
    tabStorage.write(key, chosen.length > 0 || remembered ? { chosen, remembered } : null);
    listeners.forEach((listener) => listener());
  }
  const notice = (text: string, tone: Notice["tone"] = "info"): Notice => ({
    id: (notices += 1),
    tone,
    text,
  });

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get: () => state,
    getServer: () => empty,
    say: (text: string, tone?: Notice["tone"]) => set({ notice: notice(text, tone) }),
    quiet: () => set({ notice: null, lost: [] }),
    choose: (seatId: string, text: string) =>
      set({ chosen: [...state.chosen, seatId], lost: [], notice: notice(text) }),
    letGo: (seatIds: readonly string[], text?: string) =>
      set({
        chosen: state.chosen.filter((id) => !seatIds.includes(id)),
        ...(text && { notice: notice(text) }),
      }),
    lose: (seatIds: readonly string[], text: string) =>
      set({
        chosen: state.chosen.filter((id) => !seatIds.includes(id)),
        lost: [...new Set([...state.lost, ...seatIds])],
        notice: notice(text, "warning"),
      }),
    remember: (remembered: RememberedHold | null) => set({ remembered }),
    expire: (seatIds: readonly string[]) => set({ expired: seatIds, expiredAtMs: Date.now(), remembered: null }),
    closeExpired: () => set({ expired: [] }),
    free(seatIds: readonly string[]) {
      set({ freed: [...state.freed, ...seatIds] });
      setTimeout(() => set({ freed: state.freed.filter((id) => !seatIds.includes(id)) }), FREED_MS);
    },
  };
}

export type SelectionStore = ReturnType<typeof createSelectionStore>;
