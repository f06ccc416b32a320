import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packSeatNames, seatNameOf, type NamedSeat } from "./seat-runs";
import { ALL_PARTS, isOfShare, nextShare } from "./share";
import { packTickets, unpackTickets, type ListedTicket } from "./ticket-list";
import { proofVerdict, stepsAround } from "./turning-code";
import { after, decide } from "./verdict";
import { formatTicketCode, parseTicketCode } from "../ticket-code";

describe("a verdict", () => {
  const fresh = { live: true, insideSince: null, firstAt: null };

  it("lets in once, out, and in again", () => {
    expect(decide(fresh, "EXIT")).toEqual({ answer: "NOT_VALID", reason: "NOT_INSIDE" });
    const inside = after(fresh, "ENTRY", 5);
    expect(decide(fresh, "ENTRY")).toEqual({ answer: "OK" });
    expect(decide(inside, "ENTRY")).toEqual({ answer: "ALREADY_USED", firstAt: 5 });
    expect(decide(after(inside, "EXIT", 7), "ENTRY")).toEqual({ answer: "OK", firstAt: 5 });
    expect(decide({ ...inside, live: false }, "ENTRY")).toEqual({ answer: "CANCELLED", reason: "RETURNED" });
  });
});

describe("shares", () => {
  it("never overlap, whatever answers are lost, and are fair in the end", () => {
    const step = fc.record({ device: fc.nat(3), lost: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const [held, granted] = [[0, 0, 0, 0], [0, 0, 0, 0]];
        const speak = (device: number, lost: boolean) => {
          const next = nextShare({ held: held[device]!, granted: granted[device]!, others: granted.filter((_, other) => other !== device) });
          granted[device] = next.granted;
          if (!lost) held[device] = next.share;
        };
        for (const { device, lost } of steps) {
          speak(device, lost);
          for (let a = 0; a < 4; a++) for (let b = a + 1; b < 4; b++) expect(held[a]! & held[b]!).toBe(0);
        }
        for (let round = 0; round < 4; round++) for (let device = 0; device < 4; device++) speak(device, false);
        expect(held.reduce((sum, mask) => sum | mask, 0)).toBe(ALL_PARTS);
      }),
    );
  });

  it("divide every ticket among the doors", () => {
    expect(isOfShare(0b10, Uint8Array.of(31))).toBe(true);
    expect(isOfShare(0b10, Uint8Array.of(30))).toBe(false);
  });
});

describe("the list", () => {
  const ticket = (ordinal: number): ListedTicket => ({
    digest: Uint8Array.from({ length: 7 }, (_, index) => (ordinal >> (index * 3)) & 255),
    firstVersion: Uint8Array.of(1, 2, ordinal & 255),
    live: ordinal % 2 === 0,
    inside: ordinal % 3 === 0,
    used: ordinal % 5 === 0,
    ordinal,
  });

  it("comes back as it was, and 50,000 tickets with their seats' names stay within a megabyte", () => {
    const tickets = Array.from({ length: 50_000 }, (_, ordinal) => ticket(ordinal));
    const packed = packTickets(tickets);
    expect(unpackTickets(packed).slice(0, 40)).toEqual(tickets.slice(0, 40));
    const seats = tickets.map(({ ordinal }) => ({ ordinal, sectionName: `Block ${Math.floor(ordinal / 1_000)}`, rowLabel: `R${Math.floor(ordinal / 25) % 40}`, seatLabel: `${(ordinal % 25) + 1}` }));
    const bytes = Math.ceil(packed.length / 3) * 4 + JSON.stringify(packSeatNames(seats)).length;
    expect(bytes).toBeLessThan(1_000_000);
    expect(() => unpackTickets(new Uint8Array(15))).toThrow(RangeError);
    expect(() => packTickets([{ ...ticket(1), ordinal: 2 ** 24 }])).toThrow(RangeError);
  });

  it("names every seat, evenly counted or not", () => {
    const rows: [string, string, string[]][] = [["Stalls", "A", ["1", "3", "5"]], ["Stalls", "B", ["12", "12A", "13"]], ["Box", "B", ["1"]]];
    let ordinal = 0;
    const seats: NamedSeat[] = rows.flatMap(([sectionName, rowLabel, labels]) => labels.map((seatLabel) => ({ ordinal: ordinal++, sectionName, rowLabel, seatLabel })));
    const names = packSeatNames(seats);
    expect(seats.map((seat) => seatNameOf(names, seat.ordinal))).toEqual(seats);
    expect(seatNameOf(names, 99)).toBeNull();
  });
});

describe("a code", () => {
  const itemId = "0193e7a0-1111-7222-8333-444455556666";

  it("has one spelling a ticket, with its proof or without, and fits an alphanumeric QR code", () => {
    const signature = Uint8Array.from({ length: 64 }, (_, index) => index * 3);
    const code = formatTicketCode({ keyVersion: 2, itemId, signature, proof: "0123456" });
    expect(code).toMatch(/^[0-9A-Z-]{140}$/);
    expect(parseTicketCode(code.toLowerCase())).toEqual({ keyVersion: 2, itemId, signature, proof: "0123456" });
    expect(parseTicketCode(code.slice(0, -1))).toBeNull();
    expect(parseTicketCode(code.slice(0, -9))).toBeNull();
  });

  it("that turns is taken a step before and after; paper where it may", () => {
    expect(stepsAround(90_000)).toEqual([3, 2, 4]);
    const old = () => false;
    expect(proofVerdict({ turning: true, paper: true }, undefined, old)).toBe("FINE");
    expect(proofVerdict({ turning: true, paper: false }, undefined, old)).toBe("NO_PAPER");
    expect(proofVerdict({ turning: true, paper: true }, "0123456", old)).toBe("STALE_CODE");
    expect(proofVerdict({ turning: false, paper: false }, undefined, old)).toBe("FINE");
  });
});
