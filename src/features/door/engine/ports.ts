import type { CheckInRole, Direction, Reason, Told } from "~/domain/door/scan";
import type { CodeRules } from "~/domain/door/turning-code";
import type { SeatNames } from "~/domain/door/seat-runs";

/** A scan that the server is not known to have. `told` is written before it is spoken: without it nobody heard a word. */
export type Entry = { seq: number; code: string; at: number; direction: Direction; told?: Told };

/** The evening as a phone carries it. Instants in ms, UTC. */
export type Evening = {
  event: { id: string; title: string; startsAt: number; status: string; venue: { name: string; timeZone: string } };
  gate: string;
  role: CheckInRole;
  until: number | null;
  seatNames: SeatNames;
  publicKey: Uint8Array;
  turningKey: Uint8Array;
  rules: CodeRules;
  /** The server's clock less this phone's. */
  clockOffsetMs: number;
};

/** What changes with every word from the server. */
export type Standing = { cursor: string; share: number; heardAt: number; status: string; rules: CodeRules; clockOffsetMs: number };

export type Kept = { evening: Evening; tickets: Uint8Array; changes: Uint8Array[]; standing: Standing };

/** What survives a reload. Each call is done as a whole or not at all. */
export type DoorStore = {
  load(): Promise<{ kept: Kept | null; queue: Entry[] }>;
  /** The next number of this phone's own count; never used again. */
  append(entry: Omit<Entry, "seq" | "told">): Promise<number>;
  tell(seq: number, told: Told): Promise<void>;
  /** A whole new list. */
  keep(kept: Kept): Promise<void>;
  /** The server has these scans; in return, what changed. */
  advance(step: { settled: number[]; changes: Uint8Array | null; standing: Standing }): Promise<void>;
};

export type Seat = { sectionName: string; rowLabel: string; seatLabel: string };
export type Heard = { result: Told; reason?: Reason; seat?: Seat | null; name?: string; firstAt?: Date; byYou?: boolean };

export type DoorConflict = {
  id: string;
  kind: "DOUBLE" | "GONE" | "UNKNOWN";
  gate: string;
  at: Date;
  firstGate: string | null;
  firstAt: Date | null;
  sectionName: string | null;
  rowLabel: string | null;
  seatLabel: string | null;
};

export type DoorFigures = {
  gates: { gate: string; entries: number; exits: number }[];
  sections: { section: string; sold: number; arrived: number; inside: number }[];
};

export type SyncQuestion = { cursor: string; scans: Required<Entry>[]; share: number; figures: boolean };
export type SyncAnswer = {
  answers: { seq: number }[];
  reset: boolean;
  cursor: string;
  packed: Uint8Array;
  share: number;
  conflicts: DoorConflict[];
  figures: DoorFigures | null;
  status: string;
  rules: CodeRules;
  serverNow: number;
};

/** The server. A call may fail, hang, or be done without its answer arriving. */
export type DoorApi = {
  list(signal: AbortSignal): Promise<Omit<Kept, "changes">>;
  redeem(entry: Entry, signal: AbortSignal): Promise<Heard>;
  sync(question: SyncQuestion, signal: AbortSignal): Promise<SyncAnswer>;
};

/** Refused for good: the link is over. Everything else that goes wrong is the network's. */
export class DoorClosed extends Error {
  override name = "DoorClosed";
}

export type Clock = { now(): number; /** Calls back after `ms`; the answer stops it. */ after(ms: number, call: () => void): () => void };
