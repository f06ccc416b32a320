import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { renderScreen } from "~/test/harness/screen";
import { SeatDesk, type DeskMap } from "./seat-desk";

const db = testDb();

/** A map that draws nothing: what it is told of reasons, and a line round the first three seats. */
const FakeMap: DeskMap = ({ layout, reasons, onLasso }) => (
  <>
    <output aria-label="Reasons">{reasons.join("")}</output>
    {onLasso && <button onClick={() => onLasso(layout.sections[0]!.rows[0]!.seats.slice(0, 3).map((seat) => seat.id))}>Round three</button>}
  </>
);

async function openDesk() {
  const organizer = await makeUser(db, { role: "ORGANIZER" });
  const { event, seats } = await makeEvent(db, { organizerId: organizer.id, sections: [{ name: "Stalls", rowCount: 2, seatsPerRow: 5 }] });
  await db.seat.update({ where: { id: seats[1]!.id }, data: { status: "BOOKED" } });
  renderScreen(<SeatDesk eventId={event.id} map={FakeMap} />, { user: { id: organizer.id } });
  const user = userEvent.setup();
  const read = async () => (await db.seat.findMany({ where: { eventId: event.id }, orderBy: { ordinal: "asc" } })).map(({ pricePaise, status, blockedFor }) => ({ pricePaise, status, blockedFor }));
  await screen.findByText("No seat chosen.");
  return { user, read };
}

describe("an event's seats, for its organizer", () => {
  it("makes a category, prices what a line was drawn round, and changes the price of what is not sold", async () => {
    const { user, read } = await openDesk();
    await user.click(screen.getByRole("button", { name: "New category" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText(/^Name/), "Gold");
    await user.type(dialog.getByLabelText(/^Price of a seat/), "800");
    await user.click(dialog.getByRole("button", { name: "Make category" }));
    expect(await screen.findByRole("cell", { name: "₹944" })).toBeVisible();

    await user.click(screen.getByRole("button", { name: "Draw round seats" }));
    await user.click(screen.getByRole("button", { name: "Round three" }));
    // The one in the middle is sold.
    expect(await screen.findByText("2 seats chosen.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Set price" }));
    await waitFor(async () => expect((await read()).slice(0, 4).map((seat) => seat.pricePaise)).toEqual([80_000, 50_000, 80_000, 50_000]));
    expect(await screen.findByText("No seat chosen.")).toBeVisible();

    await user.click(screen.getByRole("button", { name: "Change Gold" }));
    const again = within(await screen.findByRole("dialog"));
    const price = again.getByLabelText(/^Price of a seat/);
    await user.clear(price);
    await user.type(price, "900");
    await user.click(again.getByRole("button", { name: "Save category" }));
    expect(await screen.findByRole("cell", { name: "₹1,062" })).toBeVisible();
    expect((await read())[0]).toMatchObject({ pricePaise: 90_000 });
  });

  it("blocks a whole section for a reason, all but what is sold, and tells the map what for", async () => {
    const { user, read } = await openDesk();
    await user.selectOptions(screen.getByLabelText("Choose all of"), "Stalls");
    expect(await screen.findByText("9 seats chosen.")).toBeVisible();
    await user.selectOptions(screen.getByLabelText("Keep them for"), "Press");
    await user.click(screen.getByRole("button", { name: "Block 9 seats" }));
    await waitFor(() => expect(screen.getByLabelText("Reasons")).toHaveTextContent("2022222222"));
    expect((await read()).filter((seat) => seat.blockedFor === "PRESS")).toHaveLength(9);
    expect(within(screen.getByRole("list", { name: "Not for sale" })).getByRole("listitem")).toHaveTextContent("Press9");

    await user.selectOptions(screen.getByLabelText("Choose all of"), "reason PRESS");
    await user.click(await screen.findByRole("button", { name: "Give back 9 seats" }));
    await waitFor(async () => expect((await read()).filter((seat) => seat.status === "BLOCKED")).toHaveLength(0));
  });
});
