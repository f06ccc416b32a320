import { keepingLimits, mayHold, runFor, type Run } from "~/domain/keeping";

export const LIMIT = 6;
const TTL = 600;
const keeping = keepingLimits(TTL, TTL);
const MAX_EXTENSIONS = 2;
/** Seconds from the moment a seat becomes somebody's until it is sold or free, whatever they do. */
export const LONGEST = 1_800;

/** What one buyer may do at one event, or what happens to all: time goes by, the jobs run. */
export type Op =
  | { do: "hold" | "book"; buyer: number; seats: number[] }
  | { do: "release"; buyer: number; seats: number[] | null }
  | { do: "extend"; buyer: number }
  | { do: "confirm" | "cancel"; buyer: number; booking: number }
  | { do: "wait"; seconds: number }
  | { do: "jobs" };

type ModelSeat = { state: "FREE" | "HELD" | "BOOKED"; holder: number; until: number; open: boolean };
type ModelBooking = { buyer: number; seats: number[]; status: "PENDING" | "CONFIRMED" | "CANCELLED"; until: number };
type ModelBuyer = { came: boolean; bought: number; until: number; extensions: number; run: Run | null; boughtBefore: number; bookings: ModelBooking[] };

/**
 * The rules of contract.md for seats and bookings that cost nothing, in the plainest form that can be written: one
 * thing at a time, no database, a clock in seconds. Whatever `apply` says, the product must say too.
 */
export class SaleModel {
  private now = 0;
  private readonly seats: ModelSeat[];
  private readonly buyers: ModelBuyer[];

  constructor(seats: number, buyers: number) {
    this.seats = Array.from({ length: seats }, () => ({ state: "FREE", holder: -1, until: 0, open: false }));
    this.buyers = Array.from({ length: buyers }, () => ({ came: false, bought: 0, until: 0, extensions: 0, run: null, boughtBefore: 0, bookings: [] }));
  }

  /** Does it; "ok" or the appCode it is refused with. */
  apply(op: Op): string {
    switch (op.do) {
      case "wait":
        this.now += op.seconds;
        return "ok";
      case "jobs":
        return "ok";
      case "hold":
        return this.hold(op.buyer, op.seats);
      case "release":
        return this.release(op.buyer, op.seats);
      case "extend":
        return this.extend(op.buyer);
      case "book":
        return this.book(op.buyer, op.seats);
      case "confirm":
        return this.confirm(op.buyer, op.booking);
      case "cancel":
        return this.cancel(op.buyer, op.booking);
    }
  }

  /** How everything looks now, to compare with the product. */
  view(): { seats: string[]; bookings: string[][] } {
    return {
      seats: this.seats.map((seat, i) => (this.isFree(i) ? "FREE" : seat.state === "HELD" ? `HELD by ${seat.holder}` : "BOOKED")),
      bookings: this.buyers.map(({ bookings }) => bookings.map((booking) => this.statusOf(booking))),
    };
  }

  private statusOf(booking: ModelBooking): string {
    return booking.status === "PENDING" && booking.until <= this.now ? "EXPIRED" : booking.status;
  }

  private isFree(i: number): boolean {
    const seat = this.seats[i]!;
    return seat.state === "FREE" || (seat.state === "HELD" && seat.until <= this.now);
  }

  private isMine(buyer: number, i: number): boolean {
    return this.seats[i]!.state === "HELD" && this.seats[i]!.holder === buyer && !this.isFree(i);
  }

  private mine(buyer: number): number[] {
    return this.seats.flatMap((_, i) => (this.isMine(buyer, i) ? [i] : []));
  }

  private hold(b: number, wanted: number[]): string {
    const buyer = this.buyers[b]!;
    const mine = this.mine(b);
    const fresh = wanted.filter((i) => !mine.includes(i));
    if (buyer.came && mine.length + fresh.length + buyer.bought > LIMIT) return "SEAT_LIMIT";
    const open = mine.some((i) => this.seats[i]!.open);
    const begun = mine.length > 0 ? mayHold(buyer.run!, this.now, keeping) && buyer.run : runFor(buyer.run, buyer.bought > buyer.boughtBefore, this.now, keeping);
    if (fresh.length > 0 && !open && !begun) return "RATE_LIMITED";
    if (fresh.some((i) => !this.isFree(i))) return "SEAT_TAKEN";
    if (fresh.length === 0) return "ok";
    const until = open || !begun ? buyer.until : Math.min(this.now + TTL, begun.since + keeping.holdsUntil);
    if (!open && begun) buyer.run = { ...begun, until: mine.length > 0 ? Math.max(buyer.run!.until, until) : until };
    if (mine.length === 0) buyer.boughtBefore = buyer.bought;
    for (const i of fresh) this.seats[i] = { state: "HELD", holder: b, until, open: true };
    Object.assign(buyer, { came: true, until, extensions: open ? buyer.extensions : 0 });
    return "ok";
  }

  private release(b: number, wanted: number[] | null): string {
    const seats = this.mine(b).filter((i) => wanted === null || wanted.includes(i));
    this.endPending(b, seats);
    for (const i of seats) this.seats[i]!.state = "FREE";
    this.letGo(b);
    return "ok";
  }

  /** Whoever has let the last seat go keeps none from this moment on. */
  private letGo(b: number): void {
    const { run } = this.buyers[b]!;
    if (run && this.mine(b).length === 0) run.until = Math.min(run.until, this.now);
  }

  private extend(b: number): string {
    const buyer = this.buyers[b]!;
    const open = this.mine(b).filter((i) => this.seats[i]!.open);
    if (open.length === 0) return "HOLD_EXPIRED";
    if (buyer.extensions === MAX_EXTENSIONS) return "INVALID_TRANSITION";
    const last = buyer.run!.since + keeping.holdsUntil;
    if (buyer.until >= last) return "INVALID_TRANSITION";
    buyer.extensions++;
    buyer.until = Math.min(this.now + TTL, last);
    buyer.run!.until = Math.max(buyer.run!.until, buyer.until);
    for (const i of open) this.seats[i]!.until = buyer.until;
    return "ok";
  }

  private book(b: number, seats: number[]): string {
    const { bookings, run } = this.buyers[b]!;
    const waiting = (booking: ModelBooking) => this.statusOf(booking) === "PENDING";
    if (bookings.some((booking) => waiting(booking) && same(booking.seats, seats))) return "ok";
    if (seats.some((i) => !this.isMine(b, i))) return "HOLD_EXPIRED";
    this.endPending(b, seats);
    // A seat that is in the open hold no more keeps the end it has, whatever became of the booking it was in.
    const kept = seats.map((i) => this.seats[i]!).filter((seat) => !seat.open);
    const until = Math.min(this.now + TTL, run!.since + keeping.bookingsUntil, ...kept.map((seat) => seat.until));
    run!.until = Math.max(run!.until, until);
    bookings.push({ buyer: b, seats, status: "PENDING", until });
    for (const i of seats) Object.assign(this.seats[i]!, { until, open: false });
    return "ok";
  }

  private endPending(b: number, seats: number[]): void {
    for (const booking of this.buyers[b]!.bookings) {
      const touched = this.statusOf(booking) === "PENDING" && booking.seats.some((i) => seats.includes(i));
      if (touched) booking.status = "CANCELLED";
    }
  }

  private confirm(b: number, at: number): string {
    const buyer = this.buyers[b]!;
    const booking = buyer.bookings[at];
    if (!booking) return "ok";
    const status = this.statusOf(booking);
    if (status === "CONFIRMED") return "ok";
    if (status === "CANCELLED") return "INVALID_TRANSITION";
    if (status === "EXPIRED") return "BOOKING_EXPIRED";
    booking.status = "CONFIRMED";
    buyer.bought += booking.seats.length;
    for (const i of booking.seats) this.seats[i]!.state = "BOOKED";
    return "ok";
  }

  private cancel(b: number, at: number): string {
    const buyer = this.buyers[b]!;
    const booking = buyer.bookings[at];
    if (!booking) return "ok";
    const status = this.statusOf(booking);
    if (status === "CANCELLED") return "ok";
    if (status === "EXPIRED") return "INVALID_TRANSITION";
    if (status === "CONFIRMED") Object.assign(buyer, { bought: buyer.bought - booking.seats.length, boughtBefore: -1 });
    booking.status = "CANCELLED";
    for (const i of booking.seats) this.seats[i]!.state = "FREE";
    if (status === "PENDING") this.letGo(b);
    return "ok";
  }
}

function same(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((i) => b.includes(i));
}
