import type { Direction, Told } from "~/domain/door/scan";
import { LocalDoor } from "./local-door";
import { DoorClosed, type Clock, type DoorApi, type DoorConflict, type DoorFigures, type DoorStore, type Entry, type Heard } from "./ports";

/** From the scan to the word, whatever the network does. */
export const ANSWER_MS = 1_500;
const SYNC_MS = 8_000;
const LIST_MS = 30_000;
/** Scans in one word to the server. */
const BATCH = 100;

export type Spoken = Heard & { seq: number; code: string; at: number; direction: Direction; by: "server" | "phone" };

export type EngineState = {
  ready: boolean;
  online: boolean;
  /** Scans that the server is not known to have. */
  waiting: number;
  heardAt: number | null;
  conflicts: DoorConflict[];
  figures: DoorFigures | null;
  /** The link is over: nothing is let in any more. */
  closed: boolean;
};

type Parts = { store: DoorStore; api: DoorApi; clock: Clock; verify?: ConstructorParameters<typeof LocalDoor>[2] };

/**
 * A door on a phone. Each scan goes into the store first; then the server is asked, and where it does not answer in
 * time the phone decides by itself; what is told is stored before it is spoken. So a phone that dies at any moment
 * has spoken nothing that it does not know of, and the server hears of every scan.
 */
export class DoorEngine {
  private local: LocalDoor | null = null;
  private queue: Entry[] = [];
  private turn: Promise<unknown> = Promise.resolve();
  private syncing: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();
  state: EngineState = { ready: false, online: false, waiting: 0, heardAt: null, conflicts: [], figures: null, closed: false };
  private showsFigures = false;

  constructor(private readonly parts: Parts) {}

  get evening() {
    return this.local?.evening ?? null;
  }

  /** Reads what was kept. What was scanned and not told before the phone died, nobody heard. */
  async start(): Promise<void> {
    const { kept, queue } = await this.parts.store.load();
    for (const entry of queue) {
      if (entry.told) continue;
      await this.parts.store.tell(entry.seq, "NOTHING");
      entry.told = "NOTHING";
    }
    this.queue = queue;
    if (kept) this.local = new LocalDoor(kept, queue, this.parts.verify);
    this.set({ ready: this.local !== null, heardAt: kept?.standing.heardAt ?? null });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): EngineState => this.state;

  /** Whether figures are on the screen: then every word from the server brings them. */
  show(figures: boolean): void {
    this.showsFigures = figures;
    if (figures) void this.sync();
  }

  /**
   * One scan, one word; scans wait for one another. `sure`: a supervisor lets in what the phone alone would not.
   * @throws what the store throws: then nothing counts
   */
  scan(code: string, direction: Direction, sure = false): Promise<Spoken> {
    const begun = this.parts.clock.now();
    const spoken = this.turn.then(() => this.decide(code, direction, begun, sure));
    this.turn = spoken.catch(() => undefined);
    return spoken;
  }

  /** A word with the server: scans in, changes out. One at a time; it never throws. */
  sync(): Promise<void> {
    return (this.syncing ??= this.converse()
      .then(() => this.set({ online: true }))
      .catch((error: unknown) => this.set({ online: false, closed: this.state.closed || error instanceof DoorClosed }))
      .finally(() => (this.syncing = null)));
  }

  private async decide(code: string, direction: Direction, begun: number, sure: boolean): Promise<Spoken> {
    const { store, clock } = this.parts;
    const at = clock.now() + (this.local?.standing.clockOffsetMs ?? 0);
    const scan = { code, at, direction };
    const seq = await store.append(scan);
    const entry: Entry = { seq, ...scan };
    this.queue.push(entry);
    const left = ANSWER_MS - (clock.now() - begun);
    const heard = this.state.online && left > 0 ? await this.ask(entry, left) : null;
    const alone = (): Heard => this.local?.decide(scan) ?? { result: "ASK", reason: "OTHER_SHARE" };
    let word: Heard = heard ?? alone();
    if (sure && word.result === "ASK" && this.evening?.role === "SUPERVISOR") word = { ...word, result: "OK", reason: undefined };
    const told: Told = word.result;
    await store.tell(seq, told);
    entry.told = told;
    this.local?.note(entry);
    this.set({});
    return { ...word, ...entry, by: heard ? "server" : "phone" };
  }

  /** The server's answer, or null where it did not come within `ms`. */
  private async ask(entry: Entry, ms: number): Promise<Heard | null> {
    try {
      return await this.within(ms, (signal) => this.parts.api.redeem(entry, signal));
    } catch (error) {
      this.set({ online: false, closed: this.state.closed || error instanceof DoorClosed });
      return null;
    }
  }

  private async converse(): Promise<void> {
    const { api, store, clock } = this.parts;
    if (!this.local) return this.fetchList();
    const { cursor, share } = this.local.standing;
    const scans = this.queue.filter((entry): entry is Required<Entry> => entry.told !== undefined).slice(0, BATCH);
    const answer = await this.within(SYNC_MS, (signal) => api.sync({ cursor, scans, share, figures: this.showsFigures }, signal));
    const clockOffsetMs = answer.serverNow - clock.now();
    const settled = answer.answers.map(({ seq }) => seq);
    const standing = { cursor: answer.cursor, share: answer.share, heardAt: answer.serverNow, status: answer.status, rules: answer.rules, clockOffsetMs };
    await store.advance({ settled, changes: answer.packed.length > 0 ? answer.packed : null, standing });
    this.queue = this.queue.filter(({ seq }) => !settled.includes(seq));
    this.local.standing = standing;
    this.local.take(answer.packed);
    this.local.replay(this.queue);
    this.set({ heardAt: standing.heardAt, conflicts: answer.conflicts, figures: answer.figures ?? this.state.figures });
    if (answer.reset) await this.fetchList();
  }

  private async fetchList(): Promise<void> {
    const list = await this.within(LIST_MS, (signal) => this.parts.api.list(signal));
    const kept = { ...list, changes: [], standing: { ...list.standing, share: this.local?.standing.share ?? 0 } };
    await this.parts.store.keep(kept);
    this.local = new LocalDoor(kept, this.queue, this.parts.verify);
    this.set({ ready: true, heardAt: kept.standing.heardAt });
  }

  private within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const aborter = new AbortController();
    return new Promise<T>((resolve, reject) => {
      const stop = this.parts.clock.after(ms, () => {
        // The answer may hang longer than the abort takes: nobody waits for it.
        reject(new Error("no answer in time"));
        aborter.abort();
      });
      work(aborter.signal).then(resolve, reject).finally(stop);
    });
  }

  private set(fields: Partial<EngineState>): void {
    this.state = { ...this.state, ...fields, waiting: this.queue.length };
    for (const listener of this.listeners) listener();
  }
}
