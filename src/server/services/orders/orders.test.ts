import { beforeEach, describe, expect, it } from "vitest";
import { deleteAccount } from "~/server/services/account/delete-account";
import { PASSWORD, makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";

const db = testDb();
const { gateway } = testBank(db);

type Sale = Awaited<ReturnType<typeof makeSale>>;
const code = (appCode: string) => ({ cause: { code: appCode } });
const organizerOf = (sale: Sale) => callerFor({ id: sale.organizerId }, { gateway });

describe("organizer.orders", () => {
  let paid: Sale;
  let gone: Sale;
  let late: Sale;
  let waiting: Sale;

  beforeEach(async () => {
    paid = await makeSale(db, gateway, { buyer: await makeUser(db, { name: "Zoë Müller" }) });
    await paid.buy();
    gone = await makeSale(db, gateway, { event: paid, from: 5 });
    await gone.buy();
    await organizerOf(paid).payment.cancelAsOrganizer({ bookingId: gone.bookingId });
    late = await makeSale(db, gateway, { event: paid, from: 10 });
    await late.runOut();
    waiting = await makeSale(db, gateway, { event: paid, from: 20 });
  });

  it("are bookings in every state, the newest first, with what went back, over pages and by state", async () => {
    const api = organizerOf(paid).organizer;
    const { eventId } = paid;
    const all = await api.orders({ eventId });
    expect(all.items.map(({ id, status }) => [id, status])).toEqual([
      [waiting.bookingId, "PENDING"], [late.bookingId, "EXPIRED"], [gone.bookingId, "REFUNDED"], [paid.bookingId, "CONFIRMED"],
    ]);
    expect(all).toMatchObject({ total: 4, counts: { CONFIRMED: 1, PENDING: 1, EXPIRED: 1, REFUNDED: 1, CANCELLED: 0 } });
    expect(all.items[2]).toMatchObject({ totalPaise: 118_000, refundedPaise: 118_000, refundFailed: false, seatCount: 2 });
    const second = await api.orders({ eventId, page: 2, limit: 3 });
    expect([second.items.map(({ id }) => id), second.pageCount]).toEqual([[paid.bookingId], 2]);
    for (const [status, sale] of [["EXPIRED", late], ["PENDING", waiting], ["REFUNDED", gone]] as const) {
      expect(await api.orders({ eventId, status })).toMatchObject({ total: 1, items: [{ id: sale.bookingId, status }] });
    }
  });

  it("are found by people, numbers and seats, also where they are cancelled", async () => {
    const api = organizerOf(paid).organizer;
    const found = async (search: string, status?: "CONFIRMED") =>
      (await api.orders({ eventId: paid.eventId, search, status })).items.map(({ id }) => id);
    expect(await found("zoe muller")).toEqual([paid.bookingId]);
    expect(await found((await gone.read()).bookingNumber)).toEqual([gone.bookingId]);
    const [seat] = await gone.readSeats();
    expect(await found(`${seat!.rowLabel}${seat!.seatLabel}`)).toEqual([gone.bookingId]);
    expect(await found(gone.buyer.email)).toEqual([gone.bookingId]);
    expect([await found(gone.buyer.email, "CONFIRMED"), await found("nobody")]).toEqual([[], []]);
  });
});

describe("one order", () => {
  it("tells all that happened, the latest first", async () => {
    const sale = await makeSale(db, gateway);
    await sale.buy();
    const organizer = organizerOf(sale);
    await organizer.payment.refundPart({ bookingId: sale.bookingId, amountPaise: 11_800, note: "Bad sound.", requestKey: "request-one" });
    await organizer.organizer.resendTickets({ bookingId: sale.bookingId });
    await organizer.payment.cancelAsOrganizer({ bookingId: sale.bookingId, note: "Row A is being repaired." });
    const { timeline } = await organizer.organizer.order({ bookingId: sale.bookingId });
    const kinds = timeline.map(({ what }) => what);
    expect(kinds.at(-1)).toBe("BEGUN");
    expect(kinds).toEqual(expect.arrayContaining(["PAID", "CONFIRMED", "REFUND_ASKED", "REFUND_DONE", "TICKETS_SENT", "CANCELLED"]));
    expect(timeline.map(({ at }) => at.getTime())).toEqual(timeline.map(({ at }) => at.getTime()).sort((a, b) => b - a));
    expect(timeline.find(({ what }) => what === "CANCELLED")).toMatchObject({ reason: "Row A is being repaired." });
  });

  it("sends its tickets again, a few times in an hour, while there are any", async () => {
    const sale = await makeSale(db, gateway);
    const organizer = organizerOf(sale).organizer;
    await expect(organizer.resendTickets({ bookingId: sale.bookingId })).rejects.toMatchObject(code("INVALID_TRANSITION"));
    await sale.buy();
    expect(await organizer.resendTickets({ bookingId: sale.bookingId })).toEqual({ email: sale.buyer.email });
    const mails = await db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: "mail:tickets-again" } } });
    expect(mails).toMatchObject([{ template: "booking-confirmed", recipient: sale.buyer.email, payload: { bookingId: sale.bookingId } }]);
    for (let time = 0; time < 3; time++) await organizer.resendTickets({ bookingId: sale.bookingId });
    await expect(organizer.resendTickets({ bookingId: sale.bookingId })).rejects.toMatchObject(code("RATE_LIMITED"));
  });

  it("carries another name on tickets and lists, and forgets it with the account", async () => {
    const sale = await makeSale(db, gateway);
    await sale.buy();
    const organizer = organizerOf(sale).organizer;
    const { bookingId, eventId } = sale;
    await organizer.renameAttendee({ bookingId, name: "Mira Désai" });
    await organizer.addNote({ bookingId, body: "Called on Friday." });
    expect(await sale.api.ticket.list({ bookingId })).toMatchObject({ buyerName: "Mira Désai" });
    for (const search of [undefined, "mira desai"]) {
      expect((await organizer.attendees({ eventId, search })).items).toMatchObject([{ name: "Mira Désai" }, { name: "Mira Désai" }]);
      expect((await organizer.orders({ eventId, search })).items).toMatchObject([{ name: "Mira Désai", email: sale.buyer.email }]);
    }
    const order = await organizer.order({ bookingId });
    expect(order).toMatchObject({ attendeeName: "Mira Désai", notes: [{ body: "Called on Friday." }] });
    expect(order.timeline.find(({ what }) => what === "RENAMED")).toMatchObject({ name: "Mira Désai" });
    await organizer.renameAttendee({ bookingId, name: "" });
    expect(await sale.api.ticket.list({ bookingId })).toMatchObject({ buyerName: sale.buyer.name });

    await organizer.renameAttendee({ bookingId, name: "Mira Désai" });
    await db.event.update({ where: { id: eventId }, data: { startsAt: new Date(Date.now() - 86_400_000) } });
    await deleteAccount({ db, actor: { id: sale.buyer.id, role: "USER" }, password: PASSWORD });
    expect(await organizer.order({ bookingId })).toMatchObject({ attendeeName: null, notes: [] });
  });
});
