import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { renderScreen } from "~/test/harness/screen";
import { BookingList } from "./booking-list";
// What the list loads when it is asked for: here before any test waits for it.
import "./cancel-dialog";
import "./details-sheet";
import type { BookingTab } from "./tabs";

const db = testDb();
const bank = testBank(db);

function openList(user: { id: string }, tab: BookingTab = "upcoming", page = 1) {
  return {
    ...renderScreen(<BookingList tab={tab} page={page} />, { user, parts: { gateway: bank.gateway } }),
    user: userEvent.setup(),
  };
}

describe("my bookings", () => {
  it("says of a second payment that it went back, and what paid", async () => {
    const sale = await makeSale(db, bank.gateway);
    const paid = await sale.buy();
    const { method, orderId } = await db.payment.findFirstOrThrow();
    const second = await db.payment.create({
      data: {
        bookingId: sale.bookingId, gateway: "sandbox", orderId, gatewayPaymentId: "pay_second", method: "NETBANKING", status: "REFUNDED",
        amountPaise: 118_000, capturedPaise: 118_000, refundedPaise: 118_000,
      },
    });
    expect([paid.status, method]).toEqual(["CONFIRMED", "CARD"]);
    await db.refund.create({
      data: {
        paymentId: second.id, bookingId: sale.bookingId, amountPaise: 118_000, reason: `SECOND_PAYMENT:${second.id}`, status: "COMPLETED", idempotencyKey: "second",
      },
    });
    const { user } = openList(sale.buyer);
    const card = await screen.findByRole("article");
    expect(card).toHaveTextContent("You paid twice: the second payment, ₹1,180 went back to the way you paid.");
    await user.click(within(card).getByRole("button", { name: "Details" }));
    expect(await screen.findByText("₹1,180 by card")).toBeVisible();
  });

  it("offers to change the review that is written, and none where it was taken down", async () => {
    const sale = await makeSale(db, bank.gateway);
    await sale.buy();
    await db.event.update({ where: { id: sale.event.id }, data: { startsAt: new Date(Date.now() - 86_400_000), status: "COMPLETED" } });
    const first = openList(sale.buyer, "past");
    expect(await screen.findByRole("link", { name: "Write a review" })).toBeVisible();
    first.unmount();
    await callerFor(sale.buyer).review.upsert({ eventId: sale.event.id, rating: 4 });
    const second = openList(sale.buyer, "past");
    expect(await screen.findByRole("link", { name: "Change your review" })).toHaveAttribute("href", `/events/${sale.event.id}#reviews`);
    second.unmount();
    await db.review.updateMany({ data: { removedAt: new Date(), removedReason: "Off topic." } });
    openList(sale.buyer, "past");
    await screen.findByRole("link", { name: "Show tickets" });
    expect(screen.queryByRole("link", { name: /review$/ })).toBeNull();
  });

  it("shows what was bought, and nobody else's", async () => {
    const mine = await makeSale(db, bank.gateway);
    const others = await makeSale(db, bank.gateway);
    await Promise.all([mine.buy(), others.buy()]);
    openList(mine.buyer);
    const card = await screen.findByRole("article", { name: mine.event.title });
    expect(card).toHaveTextContent(/Confirmed.*Stalls A1 and A2.*2 seats, ₹1,180/);
    expect(card).toHaveTextContent(/, Mumbai time · Hall/);
    expect(screen.getAllByRole("article")).toHaveLength(1);
  });

  it("leads a waiting booking back to its payment, with the time left", async () => {
    const { buyer, bookingId } = await makeSale(db, bank.gateway);
    openList(buyer);
    const link = await screen.findByRole("link", { name: /^Pay within/ });
    expect(link).toHaveAttribute("href", `/payment/${bookingId}`);
    expect(within(link).getByRole("timer")).toHaveTextContent(/^(10:00|09:5\d)$/);
  });

  it("has the invoice in the details, and the credit note after the refund", async () => {
    const sale = await makeSale(db, bank.gateway);
    await sale.buy();
    const first = openList(sale.buyer);
    await first.user.click(await screen.findByRole("button", { name: "Details" }));
    const invoice = await screen.findByRole("link", { name: /^Invoice AISL\/\d{4}\/000001 ₹1,180/ });
    expect(invoice).toHaveAttribute("href", expect.stringMatching(/^\/api\/invoices\/.+\/pdf$/));
    first.unmount();

    await sale.api.booking.cancel({ bookingId: sale.bookingId });
    const { user } = openList(sale.buyer, "ended");
    await user.click(await screen.findByRole("button", { name: "Details" }));
    expect(await screen.findByRole("link", { name: /^Credit note AISL\/\d{4}\/C00001 ₹1,180/ })).toBeVisible();
  });

  it("has no invoice for a payment that came too late", async () => {
    const sale = await makeSale(db, bank.gateway);
    const paid = await sale.payFor();
    await db.booking.update({ where: { id: sale.bookingId }, data: { status: "CANCELLED" } });
    await sale.confirm(paid).catch(() => undefined);
    const { user } = openList(sale.buyer, "ended");
    await user.click(await screen.findByRole("button", { name: "Details" }));
    expect(await screen.findByRole("dialog")).toHaveTextContent("₹1,180 went back");
    expect(screen.queryByRole("region", { name: "Invoices" })).not.toBeInTheDocument();
  });

  it("says what cancelling gives back and until when, before it is done", async () => {
    const sale = await makeSale(db, bank.gateway);
    await sale.buy();
    const { user } = openList(sale.buyer);
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    const dialog = await screen.findByRole("alertdialog", { name: "Cancel this booking?" });
    expect(dialog).toHaveTextContent(/Until .*, Mumbai time you get ₹1,180 back, all of it\./);
    await user.click(within(dialog).getByRole("button", { name: "Keep booking" }));
    expect((await sale.read()).status).toBe("CONFIRMED");

    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await user.click(await screen.findByRole("button", { name: "Cancel, get ₹1,180 back" }));
    expect(await screen.findByText("Nothing planned yet")).toBeVisible();
    expect(await sale.read()).toMatchObject({ status: "CANCELLED", refunds: [{ amountPaise: 118_000 }] });
  });

  it("gives back no more than the policy at purchase", async () => {
    const sale = await makeSale(db, bank.gateway);
    await sale.buy();
    await db.booking.update({
      where: { id: sale.bookingId },
      data: { policy: { untilAt: new Date(Date.now() + 3_600_000).toISOString(), refundBps: 5_000 } },
    });
    const { user } = openList(sale.buyer);
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(await screen.findByRole("alertdialog")).toHaveTextContent("you get ₹590 back, 50% of what you paid.");
  });

  it("promises no more than is left after a part went back", async () => {
    const sale = await makeSale(db, bank.gateway);
    await sale.buy();
    const organizer = callerFor({ id: sale.organizerId }, { gateway: bank.gateway });
    await organizer.payment.refundPart({ bookingId: sale.bookingId, amountPaise: 18_000, note: "Bad sound.", requestKey: "first-part" });
    const { user } = openList(sale.buyer);
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(await screen.findByRole("alertdialog")).toHaveTextContent("you get ₹1,000 back, what is left of it.");
    await user.click(await screen.findByRole("button", { name: "Cancel, get ₹1,000 back" }));
    expect(await screen.findByText("Nothing planned yet")).toBeVisible();
    expect((await sale.read()).refunds.map(({ amountPaise }) => amountPaise)).toEqual([18_000, 100_000]);
  });

  it("offers no cancelling after the deadline, and says so in the details", async () => {
    const sale = await makeSale(db, bank.gateway);
    await sale.buy();
    await db.booking.update({ where: { id: sale.bookingId }, data: { policy: { untilAt: null, refundBps: 0 } } });
    const { user } = openList(sale.buyer);
    await user.click(await screen.findByRole("button", { name: "Details" }));
    expect(await screen.findByRole("dialog")).toHaveTextContent("This booking can't be cancelled any more.");
    expect(screen.queryByRole("button", { name: "Cancel" })).not.toBeInTheDocument();
  });

  it("shows a refusal in the dialog and keeps the booking", async () => {
    const sale = await makeSale(db, bank.gateway);
    await sale.buy();
    const { user } = openList(sale.buyer);
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    await db.event.update({ where: { id: sale.event.id }, data: { startsAt: new Date(Date.now() - 60_000) } });
    await user.click(await screen.findByRole("button", { name: /^Cancel, get/ }));
    expect(await screen.findByRole("alert")).toHaveTextContent("can no longer be cancelled");
    expect((await sale.read()).status).toBe("CONFIRMED");
  });

  it("lets a waiting booking's seats go", async () => {
    const sale = await makeSale(db, bank.gateway);
    const { user } = openList(sale.buyer);
    await user.click(await screen.findByRole("button", { name: "Let the seats go" }));
    expect(await screen.findByRole("alertdialog")).toHaveTextContent("Nothing has been charged.");
    await user.click(await screen.findByRole("button", { name: "Let 2 seats go" }));
    await waitFor(async () => expect((await sale.readSeats())[0]?.status).toBe("AVAILABLE"));
  });

  it("keeps what ran out apart from what is to come", async () => {
    const sale = await makeSale(db, bank.gateway);
    await sale.runOut();
    const { unmount } = openList(sale.buyer);
    expect(await screen.findByText("Nothing planned yet")).toBeVisible();
    unmount();
    openList(sale.buyer, "ended");
    expect(await screen.findByRole("article")).toHaveTextContent("Time ran out");
  });

  it("turns pages by address", async () => {
    const buyer = await makeUser(db);
    const { event } = await makeSale(db, bank.gateway);
    const policy = { untilAt: null, refundBps: 0 };
    const times = { expiresAt: new Date(), holdsUntil: new Date(), policy };
    await db.booking.createMany({
      data: Array.from({ length: 12 }, (_, i) => ({
        ...times,
        bookingNumber: `AIS-${i}`,
        userId: buyer.id,
        eventId: event.id,
        status: "EXPIRED" as const,
        seatCount: 1,
        subtotalPaise: 0,
        taxPaise: 0,
        totalPaise: 0,
      })),
    });
    openList(buyer, "ended", 2);
    expect(await screen.findAllByRole("article")).toHaveLength(2);
    expect(screen.getByRole("link", { name: "Page 1" })).toHaveAttribute("href", "/my-bookings?tab=ended");
  });
});
