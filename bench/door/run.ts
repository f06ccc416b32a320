import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { ALL_PARTS } from "~/domain/door/share";
import { packTickets } from "~/domain/door/ticket-list";
import { formatTicketCode, signedTextOfEvent } from "~/domain/ticket-code";
import { LocalDoor } from "~/features/door/engine/local-door";
import { digestOf } from "~/lib/ticket-crypto";
import { quantile } from "../closed-loop";

const TICKETS = 50_000;
const EVENT = "bench-event";

/**
 * How long a phone's own verdict takes with a list of 50,000 tickets, signature and all, on this machine: one thread,
 * the code that runs in the browser. And what unpacking the list costs, which a reload pays once.
 */
export function run({ quick, say }: { quick?: boolean; say: (line: string) => void }): Record<string, unknown> {
  const keys = generateKeyPairSync("ed25519");
  const itemIds = Array.from({ length: TICKETS }, () => randomUUID());
  const tickets = packTickets(
    itemIds.map((id, ordinal) => ({ digest: digestOf(EVENT, id), firstVersion: Uint8Array.of(0, 0, 0), live: true, inside: false, used: false, ordinal })),
  );
  const rules = { turning: false, paper: true };
  const began = performance.now();
  const door = new LocalDoor(
    {
      evening: {
        event: { id: EVENT, title: "Bench", startsAt: 0, status: "PUBLISHED", venue: { name: "Bench", timeZone: "Asia/Kolkata" } },
        gate: "North", role: "STEWARD", until: null, rules, clockOffsetMs: 0, seatNames: { sections: [], runs: [] },
        publicKey: keys.publicKey.export({ format: "der", type: "spki" }).subarray(-32), turningKey: new Uint8Array(32),
      },
      tickets, changes: [], standing: { cursor: "1", share: ALL_PARTS, heardAt: 0, status: "PUBLISHED", rules, clockOffsetMs: 0 },
    },
    [],
  );
  const openMs = performance.now() - began;
  const scans = quick ? 50 : 500;
  const took: number[] = [];
  for (const [at, itemId] of itemIds.slice(0, scans).entries()) {
    const signature = sign(null, Buffer.from(signedTextOfEvent(EVENT, itemId)), keys.privateKey);
    const code = formatTicketCode({ keyVersion: 2, itemId, signature });
    const from = performance.now();
    const { result } = door.decide({ code, direction: "ENTRY", at });
    took.push(performance.now() - from);
    if (result !== "OK") throw new Error(`A good ticket was told ${result}.`);
  }
  took.sort((a, b) => a - b);
  const figures = { tickets: TICKETS, openMs, verdictP50Ms: quantile(took, 0.5), verdictP95Ms: quantile(took, 0.95), listBytes: Math.ceil(tickets.length / 3) * 4 };
  say(`door: ${JSON.stringify(figures)}`);
  return { door: figures };
}
