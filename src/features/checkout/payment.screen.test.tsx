import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { NotificationBell } from "~/features/notifications/bell";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { renderScreen } from "~/test/harness/screen";
import { NEARLY_TEN_MINUTES, skipAhead } from "~/test/harness/time";
// What the page loads when it is asked for: here before any test waits for it.
import "./coupon-entry";
import "./sandbox-dialog";
import { PaymentScreen } from "./payment-screen";

const db = testDb();
const bank = testBank(db, { lateMs: 3_600_000 });
beforeEach(() => {
  window.sessionStorage.clear();
  window.scrollTo = () => undefined;
});

type Sale = Awaited<ReturnType<typeof makeSale>>;

/** The payment page of two seats at 500 rupees before tax; `calls` are the procedures it called. */
async function openPayment(prepare?: (sale: Sale) => Promise<unknown>) {
  const sale = await makeSale(db, bank.gateway);
  const calls: string[] = [];
  await prepare?.(sale);
  const open = () =>
    renderScreen(
      <>
        <NotificationBell />
        <PaymentScreen bookingId={sale.bookingId} buyerName="Asha Rao" />
      </>,
      {
        user: sale.buyer,
        parts: { gateway: bank.gateway },
        lose: (path) => calls.push(path.replace("/api/trpc/", "")) < 0,
      },
    );
  return { ...sale, ...open(), open, calls, user: userEvent.setup() };
}

const payButton = () => screen.findByRole("button", { name: "Pay ₹1,180" });

/** Through the button to the bank's dialog, and what is pressed there. */
async function payAt(user: ReturnType<typeof userEvent.setup>, answer: RegExp) {
  const button = await payButton();
  await waitFor(() => expect(button).toBeEnabled());
  await user.click(button);
  const dialog = await screen.findByRole("dialog", { name: "Test bank" });
  expect(dialog).toHaveTextContent("no money moves");
  await user.click(within(dialog).getByRole("button", { name: answer }));
}

/** The bank says its late yes, and sends word of it. */
async function bankAnswers() {
  await db.$executeRaw`UPDATE "SandboxRecord" SET body = jsonb_set(body, '{authorize_at}', '0') WHERE kind = 'payment'`;
  const { id } = await db.sandboxRecord.findFirstOrThrow({ where: { kind: "payment" } });
  await bank.gateway.fetchPayment(id);
  await bank.deliver();
}

describe("paying", () => {
  it("shows the order, the time and the ways to pay, and ends in tickets", async () => {
    const { user, read } = await openPayment();
    expect(await screen.findByText("GST 18%")).toBeVisible();
    expect(screen.getAllByRole("timer")[0]).toHaveTextContent(NEARLY_TEN_MINUTES);
    await user.click(screen.getByRole("radio", { name: "Netbanking" }));
    await payAt(user, /^Approve/);
    expect(await screen.findByRole("heading", { name: "See you there." })).toHaveFocus();
    const booking = await read();
    expect(screen.getAllByText(booking.bookingNumber)).toHaveLength(3);
    expect(screen.getByRole("article", { name: "Ticket for row A seat 2, Stalls" })).toBeVisible();
    expect(booking).toMatchObject({ status: "CONFIRMED", payments: [{ method: "NETBANKING" }] });
  });

  it("counts at the bell what it wrote to the buyer, without a reload", async () => {
    const { user, calls } = await openPayment();
    await waitFor(() => expect(calls.join()).toContain("notification.list"));
    expect(await screen.findByRole("button", { name: "Messages" })).toBeVisible();
    await payAt(user, /^Approve/);
    expect(await screen.findByRole("button", { name: "Messages, 1 unread" })).toBeVisible();
  });

  it("says when the bank declines, and pays at the second try", async () => {
    const { user, read } = await openPayment();
    await payAt(user, /^Decline/);
    expect(await screen.findByRole("alert")).toHaveTextContent("Your bank declined the payment.");
    await payAt(user, /^Approve/);
    await screen.findByRole("heading", { name: "See you there." });
    expect((await read()).payments.map(({ status }) => status).sort()).toEqual(["COMPLETED", "FAILED"]);
  });

  it("has the bank's form for the way that was chosen, with its refusals as documented", async () => {
    const { user, read } = await openPayment();
    await waitFor(async () => expect(await payButton()).toBeEnabled());
    await user.click(await payButton());
    const dialog = await screen.findByRole("dialog", { name: "Test bank" });
    expect(dialog).toHaveTextContent("₹1,180 by UPI");
    expect(within(dialog).getByRole("timer")).toHaveTextContent(NEARLY_TEN_MINUTES);
    const field = within(dialog).getByRole("textbox", { name: "UPI ID" });
    await user.clear(field);
    await user.type(field, "failure@razorpay{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("Your bank declined the payment.");
    await user.click(screen.getByRole("radio", { name: "Card" }));
    await user.click(await payButton());
    await user.click(within(await screen.findByRole("dialog", { name: "Test bank" })).getByRole("button", { name: "Send ₹1,180" }));
    await screen.findByRole("heading", { name: "See you there." });
    expect((await read()).payments.map(({ status, method }) => `${method} ${status}`).sort()).toEqual(["CARD COMPLETED", "UPI FAILED"]);
  });

  it("keeps the way that paid, not the way that was refused", async () => {
    const { user, read } = await openPayment();
    await payAt(user, /^Decline/);
    await screen.findByRole("alert");
    await user.click(screen.getByRole("radio", { name: "Netbanking" }));
    await payAt(user, /^Approve/);
    await screen.findByRole("heading", { name: "See you there." });
    const paid = (await read()).payments.map(({ status, method }) => `${method} ${status}`).sort();
    expect(paid).toEqual(["NETBANKING COMPLETED", "UPI FAILED"]);
  });

  it("sends whose session ended to sign in, and goes on by the way they chose once they are back", async () => {
    const sale = await openPayment();
    const button = await payButton();
    await sale.user.click(screen.getByRole("radio", { name: "Card" }));
    await db.user.update({ where: { id: sale.buyer.id }, data: { sessionVersion: { increment: 1 } } });
    await sale.user.click(button);
    const door = `/login?callbackUrl=${encodeURIComponent(`/payment/${sale.bookingId}`)}&why=pay`;
    await waitFor(() => expect(sale.visited).toContain(door));
    expect(screen.queryByRole("alert")).toBeNull();
    sale.unmount();
    const user = await db.user.findUniqueOrThrow({ where: { id: sale.buyer.id } });
    renderScreen(<PaymentScreen bookingId={sale.bookingId} buyerName="Asha Rao" />, { user, parts: { gateway: bank.gateway } });
    await screen.findByRole("dialog", { name: "Test bank" });
    expect((await sale.read()).payments).toMatchObject([{ method: "CARD" }]);
  });

  it("gives the focus back to the button after the bank declined", async () => {
    const { user } = await openPayment();
    await payAt(user, /^Decline/);
    await screen.findByRole("alert");
    await waitFor(() => expect(screen.getByRole("button", { name: "Pay ₹1,180" })).toHaveFocus());
  });

  it("makes one order of a double click", async () => {
    const { calls, read } = await openPayment();
    const button = await payButton();
    // Two clicks before the page has drawn anything anew.
    button.click();
    button.click();
    await screen.findByRole("dialog", { name: "Test bank" });
    expect(calls.filter((path) => path === "payment.createOrder")).toHaveLength(1);
    expect((await read()).payments).toHaveLength(1);
  });

  it("waits for a bank that answers late, also after a reload, and then shows the tickets", async () => {
    const { user, unmount, open } = await openPayment();
    await payAt(user, /^Answer late/);
    expect(await screen.findByRole("heading", { name: "Your bank is taking its time" })).toBeVisible();
    unmount();
    open();
    expect(await screen.findByRole("heading", { name: "Your bank is taking its time" })).toBeVisible();
    await bankAnswers();
    expect(await screen.findByRole("heading", { name: "See you there." })).toBeVisible();
  });

  it("refuses an answer that the bank did not sign", async () => {
    const sale = await makeSale(db, bank.gateway);
    const forged = { ...bank.gateway, verifyCheckout: () => false };
    renderScreen(<PaymentScreen bookingId={sale.bookingId} buyerName="Asha Rao" />, {
      user: sale.buyer,
      parts: { gateway: forged },
    });
    await payAt(userEvent.setup(), /^Approve/);
    expect(await screen.findByRole("alert")).toHaveTextContent("This payment does not belong to this booking.");
    expect((await sale.read()).status).toBe("PENDING");
  });
});

describe("the end of the time", () => {
  it("is told with what became of seats and money", async () => {
    const { event } = await openPayment((sale) => sale.runOut());
    expect(await screen.findByRole("heading", { name: "Your time ran out" })).toBeVisible();
    expect(screen.getByText(/A1 and A2 for .* went back on sale.*Nothing was charged\./)).toBeVisible();
    expect(screen.getByRole("link", { name: "Choose seats again" })).toHaveAttribute("href", `/booking/${event.id}`);
  });

  it("comes while one looks: the page turns by itself", async () => {
    const { bookingId } = await openPayment();
    expect(await payButton()).toBeVisible();
    await db.$executeRaw`UPDATE "Booking" SET "expiresAt" = now(), "holdsUntil" = now() + interval '3 minutes' WHERE id = ${bookingId}`;
    skipAhead(601);
    expect(await screen.findByRole("heading", { name: "Your time ran out" })).toHaveFocus();
  });

  it("does not hide a cancelled booking", async () => {
    await openPayment(({ api, bookingId }) => api.booking.cancel({ bookingId }));
    expect(await screen.findByRole("heading", { name: "This booking was cancelled" })).toBeVisible();
  });
});

describe("a coupon", () => {
  const makeCoupon = () =>
    db.coupon.create({
      data: {
        code: "ENCORE10",
        type: "PERCENTAGE",
        value: 1_000,
        validFrom: new Date(Date.now() - 60_000),
        validUntil: new Date(Date.now() + 3_600_000),
      },
    });

  it("that is none is refused beside its field, and the order stays", async () => {
    const { user } = await openPayment();
    await user.click(await screen.findByRole("button", { name: "Have a coupon?" }));
    const field = await screen.findByRole("textbox", { name: "Coupon code" });
    await user.click(screen.getByRole("button", { name: "Apply" }));
    await waitFor(() => expect(field).toHaveAccessibleDescription("Enter the coupon's code."));
    await user.type(field, "nope{Enter}");
    await waitFor(() => expect(field).toHaveAccessibleDescription("There is no coupon NOPE."));
    expect(field).toBeInvalid();
    expect(await payButton()).toBeEnabled();
  });

  it("makes a booking of the same seats at the lower price", async () => {
    await makeCoupon();
    const { user, visited, bookingId } = await openPayment();
    await user.click(await screen.findByRole("button", { name: "Have a coupon?" }));
    await user.type(await screen.findByRole("textbox", { name: "Coupon code" }), "encore10{Enter}");
    await waitFor(() => expect(visited).toHaveLength(1));
    const next = await db.booking.findFirstOrThrow({ where: { status: "PENDING" }, include: { items: true } });
    expect(visited).toEqual([`/payment/${next.id}`]);
    expect(next).toMatchObject({ discountPaise: 10_000, taxPaise: 16_200, totalPaise: 106_200 });
    expect(next.items).toHaveLength(2);
    expect((await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).status).toBe("CANCELLED");
  });
});
