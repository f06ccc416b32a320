import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { makeEvent } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { renderScreen } from "~/test/harness/screen";
import { Messages } from "./messages";

const db = testDb();
const bank = testBank(db);

it("shows a letter before it leaves, sends it, and lists it", async () => {
  const sale = await makeSale(db, bank.gateway);
  await sale.buy();
  const user = userEvent.setup();
  renderScreen(<Messages eventId={sale.eventId} timeZone="Asia/Kolkata" />, { user: { id: sale.organizerId } });
  await user.click(await screen.findByRole("button", { name: "See it first" }));
  expect(await screen.findByText("The subject is missing.")).toBeVisible();
  await user.type(screen.getByLabelText(/^Subject/), "Doors open earlier");
  await user.type(screen.getByLabelText(/^Message/), "Come at six.");
  await user.click(screen.getByRole("button", { name: "See it first" }));
  const dialog = within(await screen.findByRole("dialog", { name: "As it will look" }));
  expect(dialog.getByText("To 1 person, once each.")).toBeVisible();
  expect(dialog.getByTitle("Mail: Doors open earlier").getAttribute("srcdoc")).toContain("Come at six.");
  await user.click(dialog.getByRole("button", { name: "Send to 1 person" }));
  expect(await screen.findByText(/, to 1 person$/)).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText(/^Subject/)).toHaveValue(""));
  expect(await db.outboxMessage.count({ where: { template: "organizer-message" } })).toBe(1);
});

it("has nobody to write to before the event is published", async () => {
  const { event, organizerId } = await makeEvent(db, { status: "DRAFT" });
  renderScreen(<Messages eventId={event.id} timeZone="Asia/Kolkata" />, { user: { id: organizerId } });
  expect(await screen.findByText("Nobody to write to")).toBeVisible();
});
