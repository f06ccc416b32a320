import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { DoorStore, Entry, Evening, Standing } from "./engine/ports";

type Schema = DBSchema & {
  queue: { key: number; value: Entry };
  changes: { key: number; value: Uint8Array };
  facts: { key: string; value: unknown };
};

export type Identity = { token: string | null; installation: string };

/** One event's store on this phone. */
export async function openDoorStore(eventId: string): Promise<{ store: DoorStore; identity: (token: string | null) => Promise<Identity> }> {
  const db = await openDB<Schema>(`aisle-door-${eventId}`, 1, {
    upgrade(made) {
      // The browser counts, and never gives a number twice.
      made.createObjectStore("queue", { keyPath: "seq", autoIncrement: true });
      made.createObjectStore("changes", { autoIncrement: true });
      made.createObjectStore("facts");
    },
  });
  return { store: storeOn(db), identity: (token) => identityOn(db, token) };
}

/** Who this phone is; a new link's token takes the place of the old. */
async function identityOn(db: IDBPDatabase<Schema>, token: string | null): Promise<Identity> {
  const work = db.transaction("facts", "readwrite");
  const known = (await work.store.get("identity")) as Identity | undefined;
  const installation = known?.installation ?? Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const identity = { installation, token: token ?? known?.token ?? null };
  await work.store.put(identity, "identity");
  await work.done;
  return identity;
}

/** So many changes are kept apart before the list is written anew. */
const MOST_CHANGES = 300;

function storeOn(db: IDBPDatabase<Schema>): DoorStore {
  return {
    async load() {
      const work = db.transaction(["queue", "changes", "facts"]);
      const facts = work.objectStore("facts");
      const [queue, changes, evening, tickets, standing] = await Promise.all([
        work.objectStore("queue").getAll(),
        work.objectStore("changes").getAll(),
        facts.get("evening") as Promise<Evening | undefined>,
        facts.get("tickets") as Promise<Uint8Array | undefined>,
        facts.get("standing") as Promise<Standing | undefined>,
      ]);
      return { queue, kept: evening && tickets && standing ? { evening, tickets, changes, standing } : null };
    },
    async append(entry) {
      const work = db.transaction("queue", "readwrite");
      const seq = await work.store.add(entry as Entry);
      await work.done;
      return seq;
    },
    async tell(seq, told) {
      const work = db.transaction("queue", "readwrite");
      const entry = await work.store.get(seq);
      if (entry) await work.store.put({ ...entry, told });
      await work.done;
    },
    async keep({ evening, tickets, standing }) {
      const work = db.transaction(["changes", "facts"], "readwrite");
      const facts = work.objectStore("facts");
      await Promise.all([work.objectStore("changes").clear(), facts.put(evening, "evening"), facts.put(tickets, "tickets"), facts.put(standing, "standing")]);
      await work.done;
    },
    async advance({ settled, changes, standing }) {
      const work = db.transaction(["queue", "changes", "facts"], "readwrite");
      const [facts, kept] = [work.objectStore("facts"), work.objectStore("changes")];
      await Promise.all([...settled.map((seq) => work.objectStore("queue").delete(seq)), facts.put(standing, "standing")]);
      if (changes) await kept.add(changes);
      if (changes && (await kept.count()) > MOST_CHANGES) {
        const parts = [(await facts.get("tickets")) as Uint8Array, ...(await kept.getAll())];
        await Promise.all([facts.put(joined(parts), "tickets"), kept.clear()]);
      }
      await work.done;
    },
  };
}

// The later entry of a ticket counts, so nothing has to be sorted out.
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
