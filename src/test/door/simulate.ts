import type { Direction } from "~/domain/door/scan";
import type { Spoken } from "~/features/door/engine/door-engine";
import type { Db } from "~/server/db/db";
import { seeded } from "~/test/money/storm/random";
import { sellOut } from "./house";
import { Phone } from "./phone";

export type Evening = { db: Db; seed: number; scans: number; tickets: number; devices: number; kills: number; say?: (text: string) => void };

/** Who went through the doors with one ticket, by the words that were spoken; `words` is the story, for whoever looks for a fault. */
type Passed = { moves: { direction: Direction; at: number }[]; words: string[] };

/**
 * An evening: people with tickets, copies of tickets and no tickets before phones whose network fails and that die
 * and start again. At the end everybody has network, and the books are compared with who went through the doors.
 * @returns what is wrong, in sentences; empty where nothing is
 */
export async function simulate({ db, seed, scans, tickets, devices, kills, say = () => undefined }: Evening) {
  const house = await sellOut(db, tickets, devices);
  say(`${tickets} tickets sold`);
  const passed = new Map<string, Passed>(house.tickets.map(({ id }) => [id, { moves: [], words: [] }]));
  const heard: Record<string, number> = {};
  const phones = house.tokens.map((token, index) => new Phone(db, house.eventId, token, { offline: false, random: seeded(seed * 31 + index) }));
  const share = Math.ceil(scans / devices);
  let done = 0;

  const speak = (ticketId: string | null, { result, direction, by, seq, at }: Spoken) => {
    heard[`${result} by ${by}`] = (heard[`${result} by ${by}`] ?? 0) + 1;
    if (ticketId) passed.get(ticketId)!.words.push(`${direction} ${seq} at ${new Date(at).toISOString()}: ${result} by ${by}`);
    if (result !== "OK") return;
    if (!ticketId) throw new Error("A code that is none was let in.");
    passed.get(ticketId)!.moves.push({ direction, at });
  };

  async function work(phone: Phone): Promise<void> {
    const own = phone.weather.random;
    await phone.boot();
    await phone.engine.sync();
    const deaths = new Set(Array.from({ length: Math.ceil(kills / devices) }, () => own.below(share)));
    for (let index = 0; index < share; index++) {
      if (own.chance(phone.weather.offline ? 0.05 : 0.01)) phone.weather.offline = !phone.weather.offline;
      if (deaths.has(index)) phone.doom();
      const ticket = own.chance(0.02) ? null : house.tickets[own.below(house.tickets.length)]!;
      const direction: Direction = own.chance(0.1) ? "EXIT" : "ENTRY";
      const code = ticket ? ticket.code : "A2-NOT-A-TICKET";
      let spoke = false;
      const from = Date.now();
      const before = phone.appended.length;
      await untilDead(phone, phone.engine.scan(code, direction).then((spoken) => ((spoke = true), speak(ticket?.id ?? null, spoken))));
      if (index % 5 === 4 && !phone.dead) await untilDead(phone, phone.engine.sync());
      if (index === Math.floor(share / 2) && own.chance(0.5)) await returnTickets(db, house.tickets.slice(own.below(tickets)).slice(0, 5));
      if (phone.dead) {
        phone.kills++;
        // Where it died before it wrote the scan down, its last one is another's.
        const told = phone.appended.length > before ? phone.lastTold() : undefined;
        const walkedOut = direction === "EXIT" && told === "OK";
        await phone.boot();
        if (!spoke) passed.get(ticket?.id ?? "")?.words.push(`died at ${direction}, told ${String(told)}`);
        if (!spoke && ticket && walkedOut) passed.get(ticket.id)!.moves.push({ direction, at: from });
        // Who heard nothing shows the ticket again; "you let this one in a moment ago" is what the steward knows to be untrue.
        if (!spoke && ticket && direction === "ENTRY") {
          const again = await phone.engine.scan(code, direction);
          const unheard = again.result === "ALREADY_USED" && again.byYou && again.firstAt && again.firstAt.getTime() >= from;
          speak(ticket.id, unheard ? { ...again, result: "OK" } : again);
        }
      }
      if (++done % 1_000 === 0) say(`${done} scans`);
    }
  }

  await Promise.all(phones.map(work));
  await Promise.all(phones.flatMap((phone) => [...phone.stray]));
  // The network is back for good; everybody says what is left to say.
  for (const phone of phones) {
    phone.weather.offline = false;
    while (phone.engine.state.waiting > 0 || !phone.engine.state.online) await phone.engine.sync();
  }
  await Promise.all(phones.flatMap((phone) => [...phone.stray]));
  const faults = await audit(db, house.eventId, phones, passed);
  const conflicts = await db.checkInConflict.count({ where: { eventId: house.eventId } });
  return { faults, heard, conflicts, kills: phones.reduce((sum, phone) => sum + phone.kills, 0), scans: phones.reduce((sum, phone) => sum + phone.appended.length, 0) };
}

/** A dead phone never finishes: looked after it once a turn. */
async function untilDead(phone: Phone, work: Promise<unknown>): Promise<void> {
  let finished = false;
  const end = work.finally(() => (finished = true));
  while (!finished && !phone.dead) await Promise.race([end, new Promise((resolve) => setImmediate(resolve))]);
  if (finished) await end;
}

async function returnTickets(db: Db, tickets: readonly { id: string }[]): Promise<void> {
  await db.bookingItem.updateMany({ where: { id: { in: tickets.map(({ id }) => id) }, checkedInAt: null }, data: { live: false } });
}

/** People inside after their moves in order of time; a phone may wave out who never was inside, and then nobody moves. */
function insideAfter(moves: Passed["moves"]): number {
  const inOrder = [...moves].sort((a, b) => a.at - b.at);
  return inOrder.reduce((inside, { direction }) => (direction === "ENTRY" ? inside + 1 : Math.max(0, inside - 1)), 0);
}

async function audit(db: Db, eventId: string, phones: readonly Phone[], passed: Map<string, Passed>): Promise<string[]> {
  const faults: string[] = [];
  const devices = await db.checkInDevice.findMany({ where: { eventId }, orderBy: { link: { createdAt: "asc" } }, select: { id: true, scans: { select: { seq: true } } } });
  for (const [index, phone] of phones.entries()) {
    const kept = devices[index]!.scans.map(({ seq }) => seq).sort((a, b) => a - b);
    if (JSON.stringify(kept) !== JSON.stringify(phone.appended)) faults.push(`Phone ${index + 1} scanned ${phone.appended.length} times, the books have ${kept.length}.`);
  }
  const conflicts = await db.checkInConflict.groupBy({ by: ["itemId"], where: { eventId }, _count: true });
  const rows = await db.bookingItem.findMany({ where: { eventId }, select: { id: true, insideSince: true } });
  const doubles = new Map(conflicts.map(({ itemId, _count }) => [itemId, _count]));
  for (const { id, insideSince } of rows) {
    const { moves } = passed.get(id)!;
    const inside = insideAfter(moves);
    const entries = moves.filter(({ direction }) => direction === "ENTRY").length;
    const noted = doubles.get(id) ?? 0;
    if (inside > 1 + noted) faults.push(`Ticket ${id}: ${inside} people inside, ${noted} conflicts.`);
    if (inside === 0 && insideSince) faults.push(`Ticket ${id}: inside by the books, and nobody was let in.`);
    if (inside === 1 && noted === 0 && !insideSince) faults.push(`Ticket ${id}: let in, and the books do not know it.`);
    if (noted > 0 && entries < 1) faults.push(`Ticket ${id}: a conflict, and nobody was let in.`);
  }
  const open = await db.checkIn.groupBy({ by: ["itemId"], where: { eventId, open: true }, _count: true });
  for (const fault of [...faults]) {
    const id = /^Ticket ([^:]+)/.exec(fault)?.[1];
    if (!id) continue;
    const scans = await db.checkIn.findMany({ where: { itemId: id }, orderBy: { id: "asc" }, select: { gate: true, seq: true, direction: true, at: true, answer: true, told: true, open: true } });
    faults.push(`${passed.get(id)!.words.join("\n")}\nthe books: ${scans.map((scan) => JSON.stringify(scan)).join("\n")}`);
  }
  if (open.some(({ _count }) => _count > 1)) faults.push("A ticket is inside twice by the books.");
  return faults;
}
