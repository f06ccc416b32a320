import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { renderScreen } from "~/test/harness/screen";
import { BookingMoneySheet } from "./booking-money";
import { SellerDetails } from "./seller-details";

const db = testDb();
const bank = testBank(db);

async function openMoney(lose?: (path: string) => boolean) {
  const sale = await makeSale(db, bank.gateway);
  await sale.buy();
  const { bookingNumber } = await sale.read();
  renderScreen(<BookingMoneySheet bookingId={sale.bookingId} bookingNumber={bookingNumber} />, {
    user: { id: sale.organizerId },
    parts: { gateway: bank.gateway },
    lose,
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: `Booking ${bookingNumber}: money and refunds` }));
  return { ...sale, user, sheet: within(await screen.findByRole("dialog")) };
}

describe("a booking's money, for its organizer", () => {
  it("gives a part back, once, and shows refund and credit note", async () => {
    const { user, sheet, read } = await openMoney();
    expect(await sheet.findByText("₹1,180 by card")).toBeVisible();
    expect(await sheet.findByRole("link", { name: /^Invoice AISL\/\d{4}\/000001/ })).toHaveAttribute(
      "href",
      expect.stringMatching(/^\/api\/invoices\/.+\/pdf$/),
    );

    await user.click(sheet.getByRole("button", { name: "Refund this part" }));
    expect(await sheet.findByText("Say in a few words why.")).toBeVisible();
    await user.type(sheet.getByLabelText("Rupees"), "1180.50");
    await user.type(sheet.getByLabelText(/^Why/), "The sound was bad.");
    await user.click(sheet.getByRole("button", { name: "Refund ₹1,180.50" }));
    expect(await sheet.findByText("At most ₹1,180 of this payment can still go back.")).toBeVisible();

    await user.clear(sheet.getByLabelText("Rupees"));
    await user.type(sheet.getByLabelText("Rupees"), "118.50");
    await user.click(sheet.getByRole("button", { name: "Refund ₹118.50" }));
    expect(await sheet.findByText(/^A part of the price, done/)).toBeVisible();
    expect(await sheet.findByRole("link", { name: /^Credit note AISL\/\d{4}\/C00001/ })).toHaveTextContent(
      "₹118.50",
    );
    expect(sheet.getByText("At most ₹1,061.50. The tickets stay good.")).toBeVisible();
    expect(await read()).toMatchObject({
      status: "CONFIRMED",
      refunds: [{ amountPaise: 11_850, status: "COMPLETED" }],
    });
  });

  it("cancels the booking after saying what goes back", async () => {
    const { user, sheet, read, readSeats } = await openMoney();
    await user.click(await sheet.findByRole("button", { name: "Cancel this booking" }));
    const question = within(await screen.findByRole("alertdialog"));
    await user.type(question.getByLabelText(/^Reason/), "The hall lost these rows.");
    await user.click(question.getByRole("button", { name: "Cancel and refund ₹1,180" }));
    await waitFor(async () =>
      expect(await read()).toMatchObject({
        status: "REFUNDED",
        refunds: [{ amountPaise: 118_000, status: "COMPLETED" }],
      }),
    );
    expect((await readSeats()).map((seat) => seat.status)).toEqual(["AVAILABLE", "AVAILABLE"]);
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });

  it("says so where it does not load, and reads it again", async () => {
    let away = true;
    const { user, sheet } = await openMoney((path) => away && path.endsWith("bookingMoney"));
    expect(await sheet.findByText("This booking did not load")).toBeVisible();
    away = false;
    await user.click(sheet.getByRole("button", { name: "Try again" }));
    expect(await sheet.findByText("₹1,180 by card")).toBeVisible();
  });
});

describe("the seller's details", () => {
  it("are given once, refused where the GSTIN is another state's, and shown with their series", async () => {
    const sale = await makeSale(db, bank.gateway);
    renderScreen(<SellerDetails />, { user: { id: sale.organizerId }, parts: { gateway: bank.gateway } });
    const user = userEvent.setup();
    expect(await screen.findByText("Aisle sells for you")).toBeVisible();
    await user.type(screen.getByLabelText("Registered name"), "Ghungroo Arts LLP");
    await user.type(screen.getByLabelText("Registered address"), "4 Church Street, Bengaluru 560001");
    await user.selectOptions(screen.getByLabelText("State"), "Karnataka");
    await user.type(screen.getByLabelText(/^GSTIN/), "27AAPFU0939F1ZV");
    const save = screen.getByRole("button", { name: "Sell in your own name" });
    await user.click(save);
    expect(await screen.findByText("This GSTIN is of another state.")).toBeVisible();
    await user.clear(screen.getByLabelText(/^GSTIN/));
    await user.type(screen.getByLabelText(/^GSTIN/), "29aapfu0939f1zr");
    await user.click(save);
    const { code } = await waitFor(() =>
      db.sellerProfile.findFirstOrThrow({ where: { gstin: "29AAPFU0939F1ZR" } }),
    );
    expect(await screen.findByText("You sell in your own name")).toBeVisible();
    expect(screen.getByText(code)).toBeVisible();
  });
});
