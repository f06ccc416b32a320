import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it } from "vitest";
import { quote } from "~/domain/pricing";
import { seatsInWords } from "~/features/bookings/booking-facts";
import { BookingSummary } from "~/features/checkout/booking-summary";
import { bookedSeats, orderOf } from "~/features/checkout/payment-phase";
import { readAvailability } from "~/features/seat-map/availability";
import { lostSentence } from "~/features/seat-map/free-neighbours";
import { orphanWords } from "~/features/seat-map/orphan-words";
import { takenWords } from "~/features/seat-map/press-words";
import { indexLayout, seatNames } from "~/features/seat-map/seat-index";
import { seatLabel } from "~/features/seat-map/seat-state";
import { quoteLinesOf } from "~/features/seat-map/seat-view";
import { renderMail } from "~/server/services/mail/render";
import { sendReminders } from "~/server/services/messages/send-reminders";
import { makeEvent, makeUser } from "./factories";
import { testBank } from "./harness/bank";
import { callerFor } from "./harness/callers";
import { testDb } from "./harness/database";
import { makeSale } from "./harness/sale";

/** Where rows are numbered, row 1 seat 12 and row 11 seat 2 must not read alike in any place that names a seat. */

const db = testDb();
const { gateway } = testBank(db);
const startsAt = new Date(Date.now() + 7 * 86_400_000);

type Hall = Awaited<ReturnType<typeof makeEvent>>;
let hall: Hall;
let one: Awaited<ReturnType<typeof sell>>;
let eleven: Awaited<ReturnType<typeof sell>>;

/** The seat of a row (from 1) and number (from 1). */
const at = (row: number, seat: number) => (row - 1) * 12 + seat - 1;

async function sell(row: number, seat: number) {
  const sale = await makeSale(db, gateway, { event: hall, from: at(row, seat), seats: 1 });
  await sale.buy();
  return sale;
}

beforeEach(async () => {
  hall = await makeEvent(db, { startsAt, orphanRule: "OFF", sections: [{ name: "Stalls", rowCount: 12, seatsPerRow: 12, rowLabels: "1" }] });
  [one, eleven] = [await sell(1, 12), await sell(11, 2)];
});

/** The two texts name their own seat, and neither reads like the other's. */
function expectApart(first: string, second: string): void {
  expect(first).toContain("1-12");
  expect(second).toContain("11-2");
  for (const text of [first, second]) expect(text).not.toMatch(/(?<!\d)112(?!\d)/);
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(() => "nothing was refused", (error: Error) => error.message);
}

describe("seats of numbered rows are told apart", () => {
  it("in mails, of the confirmation and of a reminder", async () => {
    await sendReminders({ db, now: new Date(startsAt.getTime() - 23.5 * 3_600_000) });
    await db.booking.updateMany({ data: { confirmedAt: new Date(startsAt.getTime() - 48 * 3_600_000) } });
    await sendReminders({ db, now: new Date(startsAt.getTime() - 23.5 * 3_600_000) });
    for (const template of ["booking-confirmed", "reminder-day"]) {
      const mail = async (userId: string) => {
        const { payload } = await db.outboxMessage.findFirstOrThrow({ where: { template, userId } });
        const { text, html } = renderMail(template, payload);
        return [text, html] as const;
      };
      const [first, second] = [await mail(one.buyer.id), await mail(eleven.buyer.id)];
      for (const part of [0, 1] as const) expectApart(first[part], second[part]);
    }
  });

  it("in the calendar", async () => {
    const file = async (sale: typeof one) => (await sale.api.ticket.bookingCalendar({ bookingId: sale.bookingId })).text.replaceAll("\r\n ", "");
    expectApart(await file(one), await file(eleven));
  });

  it("on the payment page, in the summary and in the list of bookings", async () => {
    const shown = async (sale: typeof one) => {
      const booking = await sale.api.booking.byId({ bookingId: sale.bookingId });
      const { items } = await sale.api.booking.list({});
      return [
        bookedSeats(booking).join(),
        renderToStaticMarkup(createElement(BookingSummary, { order: orderOf(booking) })),
        renderToStaticMarkup(createElement(BookingSummary, { order: orderOf(booking), onRemove: () => undefined })),
        seatsInWords(items[0]!.items),
      ];
    };
    const [first, second] = [await shown(one), await shown(eleven)];
    first.forEach((text, place) => expectApart(text, second[place]!));
  });

  it("on the map, in its list, and in what it announces", async () => {
    const api = callerFor(one.buyer);
    const index = indexLayout(await api.event.seatLayout({ eventId: hall.event.id }));
    const availability = readAvailability(await api.event.seatAvailability({ eventId: hall.event.id }));
    const said = ({ seatIds: [id] }: typeof one) => {
      const place = index.byId.get(id!)!;
      return [
        seatNames(index, [id!]).join(),
        takenWords(index, availability, { place, state: "sold", mine: [] }),
        lostSentence(index, availability, [id!], []),
        renderToStaticMarkup(createElement(BookingSummary, { order: quote(quoteLinesOf(index, [id!])) })),
      ];
    };
    const [first, second] = [said(one), said(eleven)];
    first.forEach((text, place) => expectApart(text, second[place]!));
    const spoken = [one, eleven].map(({ seatIds: [id] }) => seatLabel(index.byId.get(id!)!, "sold"));
    expect(spoken).toEqual(["Row 1 seat 12, sold", "Row 11 seat 2, sold"]);
    const [a, b] = [at(11, 3), at(11, 4)].map((ordinal) => hall.seats[ordinal]!.id);
    expect(orphanWords(index, { ...availability, statusOf: ({ ordinal }) => (ordinal === at(11, 1) ? "BOOKED" : "AVAILABLE") }, [a!, b!])).toBe(
      "11-2 would be left alone.",
    );
  });

  it("in refusals: of a hold, of an orphan, of blocking", async () => {
    const late = callerFor(await makeUser(db));
    const hold = ({ event, seats }: Hall, ...ordinals: number[]) =>
      refusal(late.seatLock.hold({ eventId: event.id, seatIds: ordinals.map((ordinal) => seats[ordinal]!.id) }));
    expectApart(await hold(hall, at(1, 12)), await hold(hall, at(11, 2)));
    const tidy = await makeEvent(db, { venue: hall.venue, orphanRule: "REFUSE" });
    await db.seat.update({ where: { id: tidy.seats[at(11, 1)]!.id }, data: { status: "BLOCKED" } });
    expectApart(await hold(tidy, at(1, 10), at(1, 11)), await hold(tidy, at(11, 3), at(11, 4)));
    const organizer = callerFor({ id: hall.organizerId });
    const block = ({ seatIds }: typeof one) => refusal(organizer.event.blockSeats({ eventId: hall.event.id, seatIds }));
    expectApart(await block(one), await block(eleven));
  });

  it("with the organizer, who reads row and seat in two columns", async () => {
    const { csv } = await callerFor({ id: hall.organizerId }).organizer.attendeesCsv({ eventId: hall.event.id });
    expect(csv).toContain('"Stalls","1","12"');
    expect(csv).toContain('"Stalls","11","2"');
  });
});
