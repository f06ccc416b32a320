import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ALL_PARTS } from "~/domain/door/share";
import { packTickets } from "~/domain/door/ticket-list";
import { formatTicketCode, signedTextOfEvent } from "~/domain/ticket-code";
import { digestOf } from "~/lib/ticket-crypto";
import { ANSWER_MS, DoorEngine } from "./door-engine";
import { DoorClosed, type Clock, type DoorApi, type DoorStore, type Entry, type Kept, type SyncAnswer } from "./ports";

const EVENT = "0193e7a0-0000-7222-8333-444455556666";
const TICKET = "0193e7a0-1111-7222-8333-444455556666";
const keys = generateKeyPairSync("ed25519");
const signature = sign(null, Buffer.from(signedTextOfEvent(EVENT, TICKET)), keys.privateKey);
const code = formatTicketCode({ keyVersion: 2, itemId: TICKET, signature });
const forever = new Promise<never>(() => undefined);

/** Time that passes when the test says so. */
class Hands implements Clock {
  private at = 1_000_000;
  private alarms: { due: number; call: () => void }[] = [];
  now = () => this.at;
  after(ms: number, call: () => void): () => void {
    const alarm = { due: this.at + ms, call };
    this.alarms.push(alarm);
    return () => void (this.alarms = this.alarms.filter((one) => one !== alarm));
  }
  async pass(ms: number): Promise<void> {
    this.at += ms;
    const due = this.alarms.filter((alarm) => alarm.due <= this.at);
    this.alarms = this.alarms.filter((alarm) => alarm.due > this.at);
    for (const { call } of due) call();
    await turns();
  }
}

/** Lets promises that wait for nothing but each other settle. */
const turns = () => new Promise((resolve) => setImmediate(resolve));

function makeDoor(api: Partial<DoorApi> = {}, { share = ALL_PARTS, queue = [] as Entry[] } = {}) {
  const clock = new Hands();
  const told: string[] = [];
  const rules = { turning: false, paper: true };
  const ticket = { digest: digestOf(EVENT, TICKET), firstVersion: Uint8Array.of(0, 0, 0), live: true, inside: false, used: false, ordinal: 0 };
  const kept: Kept = {
    evening: {
      event: { id: EVENT, title: "Veena by Lamplight", startsAt: 0, status: "PUBLISHED", venue: { name: "Vainika Hall", timeZone: "Asia/Kolkata" } },
      gate: "North", role: "STEWARD", until: null, rules, clockOffsetMs: 0,
      seatNames: { sections: ["Stalls"], runs: [[0, "A", 0, 1, 1, 1]] },
      publicKey: keys.publicKey.export({ format: "der", type: "spki" }).subarray(-32),
      turningKey: new Uint8Array(32),
    },
    tickets: packTickets([ticket]),
    changes: [],
    standing: { cursor: "1", share, heardAt: clock.now(), status: "PUBLISHED", rules, clockOffsetMs: 0 },
  };
  let seq = queue.length;
  const store: DoorStore = {
    load: async () => ({ kept, queue }),
    append: async () => ++seq,
    tell: async (of, word) => void told.push(`${of} ${word}`),
    keep: async () => undefined,
    advance: async () => undefined,
  };
  const answer = (): SyncAnswer => ({ answers: [], reset: false, cursor: "2", packed: new Uint8Array(), share, conflicts: [], figures: null, status: "PUBLISHED", rules, serverNow: clock.now() });
  const engine = new DoorEngine({ store, clock, api: { list: () => forever, redeem: () => forever, sync: async () => answer(), ...api } });
  return { engine, clock, store, told };
}

describe("a door", () => {
  it("says what the server says, where it answers in time", async () => {
    const { engine, told } = makeDoor({ redeem: async () => ({ result: "CANCELLED" }) });
    await engine.start();
    await engine.sync();
    expect(await engine.scan(code, "ENTRY")).toMatchObject({ result: "CANCELLED", by: "server" });
    expect(told).toEqual(["1 CANCELLED"]);
  });

  it("answers a second and a half after the scan by itself, whatever the network does", async () => {
    const { engine, clock, store } = makeDoor();
    await engine.start();
    await engine.sync();
    let spoken: unknown = null;
    // A disk that takes its time takes it from the same second and a half.
    const append = store.append;
    store.append = async (entry) => {
      await clock.pass(500);
      return append(entry);
    };
    void engine.scan(code, "ENTRY").then((word) => (spoken = word));
    await turns();
    await clock.pass(ANSWER_MS - 500 - 1);
    expect(spoken).toBeNull();
    await clock.pass(1);
    expect(spoken).toMatchObject({ result: "OK", by: "phone", seat: { sectionName: "Stalls", rowLabel: "A", seatLabel: "1" } });
    expect(ANSWER_MS).toBeLessThanOrEqual(1_500);
    expect(engine.state).toMatchObject({ online: false, waiting: 1 });
  });

  it("does not ask a network that it knows to be gone", async () => {
    let asked = 0;
    const { engine } = makeDoor({ sync: () => Promise.reject(new Error("no network")), redeem: () => (asked++, forever) });
    await engine.start();
    await engine.sync();
    expect(await engine.scan(code, "ENTRY")).toMatchObject({ result: "OK", by: "phone" });
    expect(await engine.scan(code, "ENTRY")).toMatchObject({ result: "ALREADY_USED", byYou: true });
    expect(await engine.scan(code.replace("A2-0", "A2-1"), "ENTRY")).toMatchObject({ result: "NOT_VALID" });
    expect(asked).toBe(0);
  });

  it("alone admits its own share, and asks for the rest", async () => {
    const { engine } = makeDoor({ sync: () => Promise.reject(new Error("no network")) }, { share: 0 });
    await engine.start();
    await engine.sync();
    expect(await engine.scan(code, "ENTRY")).toMatchObject({ result: "ASK", reason: "OTHER_SHARE" });
    expect(await engine.scan(code, "ENTRY", true)).toMatchObject({ result: "ASK" });
  });

  it("that died before it spoke has told nobody anything", async () => {
    const { engine, told } = makeDoor({}, { queue: [{ seq: 1, code, at: 5, direction: "ENTRY" }, { seq: 2, code, at: 6, direction: "ENTRY", told: "OK" }] });
    await engine.start();
    expect(told).toEqual(["1 NOTHING"]);
    expect(engine.state.waiting).toBe(2);
    expect(await engine.scan(code, "ENTRY")).toMatchObject({ result: "ALREADY_USED", byYou: true });
  });

  it("whose link is over says so, and stays closed", async () => {
    const { engine } = makeDoor({ sync: () => Promise.reject(new DoorClosed("over")) });
    await engine.start();
    await engine.sync();
    expect(engine.state).toMatchObject({ closed: true, online: false });
  });
});
