import { describe, expect, it, vi } from "vitest";
import { unpackTickets, keyOf } from "~/domain/door/ticket-list";
import { stepAt } from "~/domain/door/turning-code";
import { digestOf, proofAt, turningSecret } from "~/lib/ticket-crypto";
import { transaction } from "~/server/db/transaction";
import { signFirstVersion, signTicket } from "~/server/services/tickets/sign-ticket";
import { turningKey } from "~/server/services/tickets/ticket-keys";
import { makeEvent, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { anotherDb, testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";

const db = testDb();
const other = anotherDb(2);
const bank = testBank(db);
const at = () => new Date();

async function evening(seats = 2) {
  const organizer = await makeUser(db, { role: "ORGANIZER" });
  const event = await makeEvent(db, { organizerId: organizer.id });
  const sale = await makeSale(db, bank.gateway, { event, seats, buyer: await makeUser(db, { name: "Asha Rao" }) });
  await sale.buy();
  const { tickets } = await sale.api.ticket.list({ bookingId: sale.bookingId });
  const eventId = event.event.id;
  const api = callerFor(organizer);
  const gate = async (name: string, role: "STEWARD" | "SUPERVISOR" = "STEWARD") => {
    const link = await api.checkIn.makeLink({ eventId, gate: name, role, expiresAt: new Date(Date.now() + 3_600_000) });
    const token = link.address.split("#")[1]!;
    return { ...link, token, api: callerFor(null, { doorToken: { token, installation: "one" } }).checkIn };
  };
  return { ...sale, eventId, organizer, door: api.checkIn, gate, tickets, codes: tickets.map(({ code }) => code) };
}

const booksOf = () => db.checkIn.findMany({ orderBy: { seq: "asc" } });

describe("a scan", () => {
  it("lets one person in once, and says the same to the same scan", async () => {
    const { eventId, codes, door, tickets } = await evening();
    const scan = { eventId, code: codes[0]!, at: at(), deviceSeq: 1 };
    const first = await door.redeem(scan);
    expect(first).toMatchObject({ result: "OK", seat: { rowLabel: "A", seatLabel: "1" }, name: "Asha Rao" });
    expect(await door.redeem(scan)).toMatchObject({ result: "OK" });
    expect(await door.redeem({ ...scan, deviceSeq: 2 })).toMatchObject({ result: "ALREADY_USED", firstAt: scan.at, byYou: true });
    expect(await booksOf()).toMatchObject([{ answer: "OK", open: true }, { answer: "ALREADY_USED", open: false }]);
    const item = await db.bookingItem.findUniqueOrThrow({ where: { id: tickets[0]!.id } });
    expect([item.checkedInAt, item.insideSince]).toEqual([scan.at, scan.at]);
  });

  it("of two doors at once: one lets in, by the books and by the last line", async () => {
    const { eventId, codes, gate, tickets } = await evening();
    const doors = [await gate("North"), await gate("South")];
    const heard = await Promise.all(doors.map(({ api }) => api.redeem({ eventId, code: codes[0]!, at: at(), deviceSeq: 1 })));
    expect(heard.map(({ result }) => result).sort()).toEqual(["ALREADY_USED", "OK"]);
    expect(heard.every((answer) => answer.name === undefined)).toBe(true);
    const [used] = await db.checkIn.findMany({ where: { answer: "ALREADY_USED" } });
    await expect(db.checkIn.update({ where: { id: used!.id }, data: { answer: "OK", open: true } })).rejects.toMatchObject({ code: "P2002" });
    expect(await db.checkIn.count({ where: { itemId: tickets[0]!.id } })).toBe(2);
  });

  it("out and in again", async () => {
    const { eventId, codes, door } = await evening();
    const scan = (deviceSeq: number, direction: "ENTRY" | "EXIT") => door.redeem({ eventId, code: codes[0]!, at: at(), deviceSeq, direction });
    expect(await scan(1, "EXIT")).toMatchObject({ result: "NOT_VALID", reason: "NOT_INSIDE" });
    for (const [seq, way] of [[2, "ENTRY"], [3, "EXIT"], [4, "ENTRY"]] as const) expect((await scan(seq, way)).result).toBe("OK");
    expect((await scan(5, "ENTRY")).result).toBe("ALREADY_USED");
    const { figures } = await door.sync({ eventId, cursor: "0", scans: [], share: 0, figures: true });
    expect(figures).toEqual({ gates: [{ gate: "Organizer", entries: 2, exits: 1 }], sections: [{ section: "Stalls", sold: 2, arrived: 1, inside: 1 }] });
  });

  it("says what is wrong: another evening, given back, made up, never paid", async () => {
    const one = await evening();
    const two = await evening();
    const say = async (code: string, deviceSeq: number) => (await one.door.redeem({ eventId: one.eventId, code, at: at(), deviceSeq })).result;
    expect(await say(two.codes[0]!, 1)).toBe("WRONG_EVENT");
    expect(await say("HELLO", 2)).toBe("NOT_VALID");
    expect(await say(one.codes[0]!.slice(0, -4) + "0000", 3)).toBe("NOT_VALID");
    const unpaid = await makeSale(db, bank.gateway, { event: one, from: 4, seats: 1 });
    const [item] = (await unpaid.read()).items;
    expect(await say(signTicket({ itemId: item!.id, eventId: one.eventId }), 4)).toBe("NOT_VALID");
    await one.api.booking.cancel({ bookingId: one.bookingId });
    expect(await say(one.codes[0]!, 5)).toBe("CANCELLED");
    expect((await two.door.redeem({ eventId: two.eventId, code: signFirstVersion(two.tickets[0]!.id), at: at(), deviceSeq: 1 })).result).toBe("OK");
  });

  it("by hand is a supervisor's", async () => {
    const { eventId, tickets, gate } = await evening();
    const hand = { eventId, code: `#${tickets[0]!.id}`, at: at(), deviceSeq: 1 };
    expect((await (await gate("North")).api.redeem(hand)).result).toBe("NOT_VALID");
    const supervisor = (await gate("Desk", "SUPERVISOR")).api;
    expect(await supervisor.search({ eventId, text: "asha A1" })).toMatchObject([{ name: "Asha Rao", seatLabel: "1" }]);
    expect((await supervisor.redeem(hand)).result).toBe("OK");
    await expect((await gate("North")).api.search({ eventId, text: "asha" })).rejects.toMatchObject({ cause: { code: "FORBIDDEN" } });
  });

  it("of a code that turns: fresh ones, and paper only where it may", async () => {
    const { eventId, codes, tickets, door } = await evening();
    const now = at();
    const proof = (steps: number) => proofAt(turningSecret(turningKey(eventId), tickets[0]!.id), stepAt(now.getTime()) + steps);
    await door.setRules({ eventId, turning: true, paper: false });
    const say = (code: string, deviceSeq: number) => door.redeem({ eventId, code, at: now, deviceSeq });
    expect(await say(codes[0]!, 1)).toMatchObject({ result: "NOT_VALID", reason: "NO_PAPER" });
    expect(await say(`${codes[0]!}-${proof(-3)}`, 2)).toMatchObject({ result: "NOT_VALID", reason: "STALE_CODE" });
    expect((await say(`${codes[0]!}-${proof(-1)}`, 3)).result).toBe("OK");
    await door.setRules({ eventId, turning: true, paper: true });
    expect((await say(codes[1]!, 4)).result).toBe("OK");
  });
});

describe("what a door without network told", () => {
  const offline = (seq: number, code: string, told: "OK" | "ASK" | "NOTHING") => ({ seq, code, at: at(), direction: "ENTRY" as const, told });

  it("is a conflict that every door sees where two let one ticket in", async () => {
    const { eventId, codes, gate } = await evening();
    const [north, south] = [await gate("North"), await gate("South")];
    const word = (scans: ReturnType<typeof offline>[]) => ({ eventId, cursor: "0", scans, share: 0 });
    await north.api.sync(word([offline(1, codes[0]!, "OK")]));
    const { answers, conflicts } = await south.api.sync(word([offline(1, codes[0]!, "OK")]));
    expect(answers).toMatchObject([{ result: "OK" }]);
    expect(conflicts).toMatchObject([{ kind: "DOUBLE", gate: "South", firstGate: "North", rowLabel: "A", seatLabel: "1" }]);
    expect((await north.api.sync(word([]))).conflicts).toEqual(conflicts);
    expect(await db.checkIn.count({ where: { open: true } })).toBe(1);
  });

  it("takes back an admission that nobody heard of", async () => {
    const { eventId, codes, gate } = await evening();
    const north = await gate("North");
    await north.api.redeem({ eventId, code: codes[0]!, at: at(), deviceSeq: 1 });
    const word = { eventId, cursor: "0", scans: [offline(1, codes[0]!, "NOTHING")], share: 0 };
    await north.api.sync(word);
    await north.api.sync(word);
    expect(await booksOf()).toMatchObject([{ answer: "NOTHING", told: "NOTHING", open: false }]);
    expect((await north.api.redeem({ eventId, code: codes[0]!, at: at(), deviceSeq: 2 })).result).toBe("OK");
  });

  it("counts as the admission where the other one did not happen", async () => {
    const { eventId, codes, gate } = await evening();
    const [north, south] = [await gate("North"), await gate("South")];
    await north.api.redeem({ eventId, code: codes[0]!, at: at(), deviceSeq: 1 });
    await south.api.sync({ eventId, cursor: "0", scans: [offline(1, codes[0]!, "OK")], share: 0 });
    const { conflicts } = await north.api.sync({ eventId, cursor: "0", scans: [offline(1, codes[0]!, "ASK")], share: 0 });
    expect(conflicts).toEqual([]);
    expect(await db.checkIn.findMany({ where: { open: true } })).toMatchObject([{ gate: "South", answer: "OK" }]);
    expect((await north.api.redeem({ eventId, code: codes[0]!, at: at(), deviceSeq: 2 })).result).toBe("ALREADY_USED");
  });
});

describe("what two doors without network told, heard in the wrong order", () => {
  const minute = (n: number) => new Date(Date.now() - (60 - n) * 60_000);
  const told = (seq: number, code: string, direction: "ENTRY" | "EXIT", when: Date) => ({ seq, code, at: when, direction, told: "OK" as const });
  const inside = () => db.checkIn.findMany({ where: { open: true }, select: { gate: true } });

  async function threeDoors() {
    const { eventId, codes, gate } = await evening();
    const doors = [await gate("North"), await gate("South"), await gate("West")];
    const word = (door: number, scan: ReturnType<typeof told>) => doors[door]!.api.sync({ eventId, cursor: "0", scans: [scan], share: 0 });
    return { code: codes[0]!, word, conflicts: () => db.checkInConflict.count() };
  }

  it("leaves nobody inside where the way out came before the way in", async () => {
    const { code, word, conflicts } = await threeDoors();
    await word(1, told(1, code, "EXIT", minute(10)));
    await word(0, told(1, code, "ENTRY", minute(5)));
    expect([await inside(), await conflicts()]).toEqual([[], 0]);
    expect((await booksOf()).map(({ answer }) => answer)).toEqual(["OK", "OK"]);
  });

  it("keeps inside who came in after an old way out", async () => {
    const { code, word, conflicts } = await threeDoors();
    await word(2, told(1, code, "ENTRY", minute(20)));
    await word(1, told(1, code, "EXIT", minute(10)));
    expect(await inside()).toEqual([{ gate: "West" }]);
    await word(0, told(1, code, "ENTRY", minute(5)));
    expect([await inside(), await conflicts()]).toEqual([[{ gate: "West" }], 0]);
  });

  it("finds no double in who came in after the other went out", async () => {
    const { code, word, conflicts } = await threeDoors();
    await word(0, told(1, code, "ENTRY", minute(5)));
    await word(2, told(1, code, "ENTRY", minute(20)));
    expect(await conflicts()).toBe(1);
    await word(1, told(1, code, "EXIT", minute(10)));
    expect([await inside(), await conflicts()]).toEqual([[{ gate: "West" }], 0]);
  });
});

describe("the changes of an evening", () => {
  it("miss none, in whatever order transactions commit", async () => {
    const { eventId, door, tickets } = await evening();
    const { cursor, packed, count } = await door.list({ eventId });
    expect(count).toBe(2);
    const key = (id: string) => keyOf(digestOf(eventId, id));
    expect(unpackTickets(Buffer.from(packed, "base64")).map(({ digest, live, ordinal }) => [keyOf(digest), live, ordinal])).toEqual(
      expect.arrayContaining(tickets.map(({ id }, ordinal) => [key(id), true, ordinal])),
    );
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    // Begins first, commits last.
    const slow = transaction(other, async (tx) => {
      await tx.bookingItem.update({ where: { id: tickets[0]!.id }, data: { live: false } });
      begun();
      await gate;
    });
    await started;
    await db.bookingItem.update({ where: { id: tickets[1]!.id }, data: { live: false } });
    const word = (from: string) => door.sync({ eventId, cursor: from, scans: [], share: 0 });
    const early = await word(cursor);
    const seen = (answer: typeof early) => unpackTickets(Buffer.from(answer.packed, "base64")).filter(({ live }) => !live).map(({ digest }) => keyOf(digest));
    expect(seen(early)).toEqual([key(tickets[1]!.id)]);
    letGo();
    await slow;
    const late = await word(early.cursor);
    expect(seen(late)).toContain(key(tickets[0]!.id));
    // Another test's transaction on the same server holds the horizon back: then they come again, until it is over.
    let since = late.cursor;
    const next = async () => {
      const answer = await word(since);
      since = answer.cursor;
      return answer.count;
    };
    await vi.waitFor(async () => expect(await next()).toBe(0), { timeout: 60_000 });
    expect((await word("99999999999999")).reset).toBe(true);
  });

  it("grant shares that never overlap", async () => {
    const { eventId, gate } = await evening();
    const doors = [await gate("North"), await gate("South"), await gate("East")];
    const held = [0, 0, 0];
    for (let round = 0; round < 4; round++) {
      for (const [index, { api }] of doors.entries()) {
        held[index] = (await api.sync({ eventId, cursor: "0", scans: [], share: held[index]! })).share;
        expect((held[0]! & held[1]!) | (held[0]! & held[2]!) | (held[1]! & held[2]!)).toBe(0);
      }
    }
    expect(held[0]! | held[1]! | held[2]!).toBe(2 ** 30 - 1);
  });
});

describe("a door's link", () => {
  it("opens its own event until it ends or is revoked, and no other", async () => {
    const { eventId, codes, gate, door } = await evening();
    const another = await makeEvent(db);
    const north = await gate("North");
    const scan = { eventId, code: codes[0]!, at: at(), deviceSeq: 1 };
    await expect(north.api.redeem({ ...scan, eventId: another.event.id })).rejects.toMatchObject({ cause: { code: "UNAUTHORIZED" } });
    expect((await north.api.redeem(scan)).result).toBe("OK");
    const stranger = callerFor(await makeUser(db, { role: "ORGANIZER" })).checkIn;
    await expect(stranger.revokeLink({ linkId: north.id })).rejects.toMatchObject({ cause: { code: "FORBIDDEN" } });
    await door.revokeLink({ linkId: north.id });
    await expect(north.api.list({ eventId })).rejects.toMatchObject({ cause: { code: "UNAUTHORIZED" } });
    const south = await gate("South");
    await db.checkInLink.update({ where: { id: south.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(south.api.list({ eventId })).rejects.toMatchObject({ cause: { code: "UNAUTHORIZED" } });
    expect((await door.links({ eventId })).links.map(({ gate: name, devices }) => [name, devices.length])).toEqual([["South", 0], ["North", 1]]);
    const kept = await db.checkInLink.findMany({ select: { tokenHash: true } });
    expect(JSON.stringify(kept)).not.toContain(north.token);
  });
});

describe("the door list", () => {
  it("comes by section and name, as CSV and as PDF", async () => {
    const { eventId, door } = await evening();
    const { csv } = await door.doorListCsv({ eventId });
    expect(csv.split("\r\n").slice(1, 3)).toEqual([expect.stringMatching(/^"Stalls","Asha Rao","A","1","AIS-/), expect.stringMatching(/^"Stalls","Asha Rao","A","2","AIS-/)]);
    const { bytes, fileName } = await door.doorList({ eventId });
    expect(Buffer.from(bytes).toString("latin1", 0, 5)).toBe("%PDF-");
    expect(fileName).toMatch(/-door-list\.pdf$/);
  });
});
