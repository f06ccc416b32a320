import { buyerBookings } from "../buyer";
import { bookSale, createLedger, type Ledger } from "./bookings";
import { chooseCoupon, couponRows, type MadeCoupon } from "./coupons";
import type { MadeEvent } from "./events";
import { insertRows } from "./insert";
import type { People, Person } from "./people";
import { createRandom } from "./random";
import { saleTimes } from "./sale-times";
import { createHouse } from "./seat-groups";
import { seatNamesOf } from "./seat-names";
import type { Seeding } from "./seeding";
import { DAY_MS, HOUR_MS } from "./when";

type Selling = { seeding: Seeding; people: People; coupons: MadeCoupon[]; ledger: Ledger };

/** How many of a hundred bookings ran out unpaid, and how many were paid and given back. */
const LAPSED = 0.05;
const GIVEN_BACK = 0.02;
/** Longer than anybody takes from booking to payment. */
const PAYING_MS = 10 * 60_000;

/** Sells every event as far as the programme says, and writes all of it down. */
export async function makeSales(
  seeding: Seeding,
  people: People,
  events: MadeEvent[],
  coupons: MadeCoupon[],
): Promise<{ ledger: Ledger; buyerBookingIds: Map<string, { id: string; bookingNumber: string }> }> {
  const ledger = createLedger();
  const buyerBookingIds = new Map<string, { id: string; bookingNumber: string }>();
  for (const event of events) {
    // Dice of its own: the dates of one event change nothing of another.
    const dice = { ...seeding, random: createRandom(event.demo.key) };
    const own = sellEvent({ seeding: dice, people, coupons, ledger }, event);
    if (own) buyerBookingIds.set(event.demo.key, own);
  }
  await insertLedger(seeding, ledger, events, coupons);
  return { ledger, buyerBookingIds };
}

function sellEvent(selling: Selling, event: MadeEvent): { id: string; bookingNumber: string } | null {
  const { seeding, people } = selling;
  const { now, random } = seeding;
  const { demo, venue } = event;
  if (demo.sold === 0) return null;
  const house = createHouse({
    plan: venue.plan.content,
    bestRows: venue.demo.bestRows,
    blocked: new Set(blockedOf(event)),
    sold: demo.sold,
    random,
  });
  const own = sellToDemoBuyer(selling, event, house);

  const groups = house.seatCounts.flatMap((seatCount, section) => {
    const share = demo.sold >= 0.9 ? demo.sold : demo.sold * (0.7 + 0.6 * random.next());
    const sold = house.fill(section, Math.round(seatCount * Math.min(1, share)));
    return sold.map((seats, at) => ({ seats, early: at / sold.length + random.next() * 0.25 }));
  });
  groups.sort((a, b) => a.early - b.early);
  const closed = Math.min(now.getTime() - 15 * 60_000, event.startsAt.getTime() - 2 * HOUR_MS);
  const to = new Date(Math.min(closed, (event.cancelledAt?.getTime() ?? Infinity) - PAYING_MS));
  const times = saleTimes(random, groups.length, { from: event.onSaleAt, to, doorsAt: event.startsAt });
  const buyers = audienceOf(selling, groups.length);
  groups.forEach(({ seats }, at) =>
    sellGroup(selling, event, { seats, at: times[at]!, person: buyers[at]! }),
  );

  const others = random.shuffle(people.crowd).filter((person) => !buyers.includes(person));
  const count = (share: number) => Math.min(others.length, Math.round(groups.length * share));
  for (let index = 0; index < count(LAPSED + GIVEN_BACK); index++) {
    const { seats } = random.pick(groups);
    const outcome = index < count(LAPSED) ? "EXPIRED" : "CANCELLED";
    const at = random.pick(times);
    const paid = at.getTime() + PAYING_MS;
    const endedAt = new Date(paid + random.next() * Math.max(0, to.getTime() - paid));
    const deadline = event.startsAt.getTime() - (event.cancelUntilHours ?? Infinity) * HOUR_MS;
    if (outcome === "CANCELLED" && (endedAt.getTime() >= deadline || event.cancelledAt)) continue;
    const ended = outcome === "CANCELLED" ? { endedAt } : {};
    bookSale(seeding, selling.ledger, { event, person: others[index]!, seats, at, outcome, ...ended });
  }
  return own;
}

function sellGroup(
  selling: Selling,
  event: MadeEvent,
  sale: { seats: number[]; at: Date; person: Person },
): void {
  const { seeding, coupons, ledger } = selling;
  if (event.cancelledAt) {
    bookSale(seeding, ledger, { event, ...sale, outcome: "CALLED_OFF", endedAt: event.cancelledAt });
    return;
  }
  const names = seatNamesOf(event.venue.plan);
  const subtotalPaise = sale.seats.reduce(
    (sum, ordinal) => sum + event.sections[names[ordinal]!.section]!.pricePaise,
    0,
  );
  const buying = { event, userId: sale.person.id, subtotalPaise, at: sale.at };
  bookSale(seeding, ledger, {
    event,
    ...sale,
    outcome: "CONFIRMED",
    coupon: chooseCoupon(seeding, coupons, buying),
  });
}

function sellToDemoBuyer(selling: Selling, event: MadeEvent, house: ReturnType<typeof createHouse>) {
  const wish = buyerBookings.find((booking) => booking.event === event.demo.key);
  if (!wish) return null;
  const { seeding, people, coupons, ledger } = selling;
  const ago = (days: number) => new Date(seeding.now.getTime() - days * DAY_MS - 5 * HOUR_MS);
  const section = event.sections.findIndex(({ name }) => name === wish.section);
  const seats = house.take(section, wish.seats);
  if (!seats) throw new Error(`The demo buyer finds no seats in ${wish.section} of ${event.demo.key}.`);
  const coupon = coupons.find(({ code }) => code === wish.couponCode) ?? null;
  const person = people.named.buyer!;
  coupon?.usesBy.set(person.id, 1);
  const ended = wish.cancelledDaysAgo === undefined ? {} : { endedAt: ago(wish.cancelledDaysAgo) };
  const outcome = wish.cancelledDaysAgo === undefined ? "CONFIRMED" : "CANCELLED";
  return bookSale(seeding, ledger, {
    event,
    person,
    seats,
    at: ago(wish.daysAgo),
    outcome,
    coupon,
    ...ended,
  });
}

/** As many different people as there are groups, more of them regulars than chance would have it. */
function audienceOf({ seeding: { random }, people }: Selling, count: number): Person[] {
  const regulars = people.regulars.filter(() => random.next() < 0.4);
  const several = random.shuffle(people.crowd).slice(0, Math.max(0, count - regulars.length));
  const audience = random.shuffle([...regulars, ...several]);
  if (audience.length < count) throw new Error(`${count} bookings need more people than the demo data has.`);
  return audience;
}

function blockedOf(event: MadeEvent): number[] {
  const blocked = event.demo.blocked ?? [];
  return seatNamesOf(event.venue.plan).flatMap(({ section, row }, ordinal) => {
    const name = event.sections[section]!.name;
    return blocked.some((rows) => rows.section === name && rows.rows.includes(row)) ? [ordinal] : [];
  });
}

async function insertLedger(
  { tx }: Seeding,
  ledger: Ledger,
  events: MadeEvent[],
  coupons: MadeCoupon[],
): Promise<void> {
  await insertRows(tx, "Coupon", couponRows(coupons));
  const tables = [
    "Booking",
    "BookingItem",
    "Payment",
    "Refund",
    "CouponRedemption",
    "SeatHold",
    "SandboxRecord",
  ] as const;
  for (const table of tables) await insertRows(tx, table, ledger[table]);
  await tx.$executeRaw`
    UPDATE "Seat" SET status = 'BOOKED', version = 1 WHERE id = ANY (${ledger.booked}::text[])`;
  for (const event of events) {
    const ordinals = blockedOf(event);
    if (ordinals.length === 0) continue;
    await tx.$executeRaw`
      UPDATE "Seat" SET status = 'BLOCKED', version = 1 WHERE "eventId" = ${event.id} AND ordinal = ANY (${ordinals}::int[])`;
  }
}
