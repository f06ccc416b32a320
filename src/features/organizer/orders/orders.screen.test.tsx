import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { renderScreen } from "~/test/harness/screen";
import { OrderTable } from "./order-table";

const db = testDb();
const bank = testBank(db);

it("shows a cancelled booking's history, and renames, resends and notes of one that stands", async () => {
  const sale = await makeSale(db, bank.gateway);
  await sale.buy();
  const gone = await makeSale(db, bank.gateway, { event: sale, from: 5 });
  await gone.buy();
  const organizer = callerFor({ id: sale.organizerId }, { gateway: bank.gateway });
  await organizer.payment.cancelAsOrganizer({ bookingId: gone.bookingId, note: "Row A is being repaired." });
  const { items } = await organizer.organizer.orders({ eventId: sale.eventId });
  renderScreen(<OrderTable orders={items} timeZone="Asia/Kolkata" />, { user: { id: sale.organizerId }, parts: { gateway: bank.gateway } });
  const user = userEvent.setup();
  const open = async (index: number) => {
    await user.click(screen.getAllByRole("button", { name: /^Booking AIS-/ })[index]!);
    return within(await screen.findByRole("dialog"));
  };

  const refunded = screen.getByRole("row", { name: /Refunded/ });
  expect(refunded).toHaveTextContent("₹1,180 back");
  const past = await open(0);
  expect(await past.findByText("Row A is being repaired.")).toBeVisible();
  expect(past.queryByRole("button", { name: "Send the tickets again" })).toBeNull();
  await user.keyboard("{Escape}");

  const sheet = await open(1);
  await user.click(await sheet.findByRole("button", { name: "Send the tickets again" }));
  await waitFor(async () => expect(await db.outboxMessage.count({ where: { dedupeKey: { startsWith: "mail:tickets-again" } } })).toBe(1));
  const name = sheet.getByLabelText("Name on the tickets");
  await user.clear(name);
  await user.type(name, "Mira Desai");
  await user.click(sheet.getByRole("button", { name: "Save the name" }));
  expect(await sheet.findByText("Tickets put in the name of Mira Desai")).toBeVisible();
  await user.type(sheet.getByLabelText("New note"), "Called on Friday.");
  await user.click(sheet.getByRole("button", { name: "Keep this note" }));
  expect(await sheet.findByText("Called on Friday.")).toBeVisible();
  expect(await sale.read()).toMatchObject({ attendeeName: "Mira Desai" });
});
