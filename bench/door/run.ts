import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import superjson from "superjson";
import { ALL_PARTS } from "~/domain/door/share";
import { packTickets } from "~/domain/door/ticket-list";
import { formatTicketCode, signedTextOfEvent } from "~/domain/ticket-code";
import { LocalDoor } from "~/features/door/engine/local-door";
import { digestOf } from "~/lib/ticket-crypto";
import { DOOR_HEADER } from "~/server/http/door-token";
import { quantile } from "../closed-loop";

const TICKETS = 50_000;
const EVENT = "bench-event";

type Options = { databaseUrl: string; baseUrl: string; quick?: boolean; say: (line: string) => void };

/** A door alone and a door with network. */
export async function run(options: Options): Promise<Record<string, unknown>> {
  const figures = { ...alone(options), ...(await online(options)) };
  options.say(`door: ${JSON.stringify(figures)}`);
  return { door: figures };
}

/**
 * How long the shop's answer to a scan takes over HTTP, eight doors at once, one scan after the other at each, of an
 * evening of 10,000 tickets: what stands between the camera and the word where there is network.
 */
async function online({ databaseUrl, baseUrl, quick }: Options) {
  const [{ createDb }, { sellOut }] = await Promise.all([import("~/server/db/db"), import("~/test/door/house")]);
  const db = createDb({ url: databaseUrl, poolSize: 4 });
  const doors = 8;
  const { eventId, tokens, tickets } = await sellOut(db, 10_000, doors);
  const each = quick ? 20 : 250;
  const took: number[] = [];
  await Promise.all(
    tokens.map(async (token, door) => {
      for (let seq = 1; seq <= each; seq++) {
        const input = { eventId, code: tickets[door * each + seq]!.code, at: new Date(), deviceSeq: seq, installation: "bench" };
        const from = performance.now();
        const response = await fetch(`${baseUrl}/api/trpc/checkIn.redeem`, {
          method: "POST",
          headers: { "content-type": "application/json", [DOOR_HEADER]: `${token}.bench`, "x-forwarded-for": `10.1.0.${door}` },
          body: JSON.stringify(superjson.serialize(input)),
        });
        const text = await response.text();
        took.push(performance.now() - from);
        if (!text.includes('"result":"OK"')) throw new Error(`A good ticket was told ${text.slice(0, 300)}`);
      }
    }),
  );
  await db.$disconnect();
  took.sort((a, b) => a - b);
  return { onlineScans: took.length, onlineP50Ms: quantile(took, 0.5), onlineP95Ms: quantile(took, 0.95) };
}

/**
 * How long a phone's own verdict takes with a list of 50,000 tickets, signature and all, on this machine: one thread,
 * the code that runs in the browser. And what unpacking the list costs, which a reload pays once.
 */
function alone({ quick }: Options) {
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
  return { tickets: TICKETS, openMs, verdictP50Ms: quantile(took, 0.5), verdictP95Ms: quantile(took, 0.95), listBytes: Math.ceil(tickets.length / 3) * 4 };
}
