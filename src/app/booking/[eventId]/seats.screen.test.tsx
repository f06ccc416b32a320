import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { bookingPages, live, seat } from "~/test/harness/booking-page";
import { testDb } from "~/test/harness/database";

const db = testDb();
const openPage = bookingPages(db);

describe("the seats as a list", () => {
  it("names each seat with row, number, all-in price and state", async () => {
    await openPage({
      prepare: async ({ ids }) => {
        await db.seat.update({ where: { id: ids[1] }, data: { status: "BOOKED" } });
        await db.seat.update({ where: { id: ids[2] }, data: { status: "BLOCKED" } });
        await db.seat.update({
          where: { id: ids[3] },
          data: { status: "HELD", heldBy: "another", heldUntil: new Date(Date.now() + 60_000) },
        });
      },
    });
    expect(seat("Row A seat 1, 590 rupees, available")).toHaveAttribute("aria-pressed", "false");
    expect(seat("Row A seat 2, sold")).toHaveAttribute("aria-disabled", "true");
    expect(seat("Row A seat 3, not for sale")).toHaveAttribute("aria-disabled", "true");
    expect(seat("Row A seat 4, 590 rupees, held by someone else")).toHaveAttribute("aria-disabled", "true");
    expect(screen.getByRole("button", { name: /^Stalls.*15 of 17 free.*₹590/ })).toBeVisible();
  });

  it("is one stop for Tab and goes by arrow keys", async () => {
    const { user } = await openPage();
    const stops = () => screen.getAllByRole("button", { name: /^Row/ }).filter((button) => button.tabIndex === 0);
    expect(stops()).toEqual([seat(/^Row A seat 1,/)]);
    stops()[0]?.focus();
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(seat(/^Row B seat 2,/)).toHaveFocus();
    await user.keyboard("{End}");
    expect(seat(/^Row B seat 6,/)).toHaveFocus();
    await user.keyboard("{Control>}{Home}{/Control}");
    expect(seat(/^Row A seat 1,/)).toHaveFocus();
    await user.keyboard("{End} ");
    expect(seat(/^Row A seat 6,.*chosen$/)).toHaveFocus();
    expect(stops()).toHaveLength(1);
  });

  it("shows one section at a time, at its own price", async () => {
    const { user } = await openPage();
    await user.click(seat(/^Balcony.*4 of 4 free.*₹295/));
    expect(seat("Row A seat 1, 295 rupees, available")).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Row B/ })).not.toBeInTheDocument();
  });

  it("tells choice and letting go in one live region, with the sum", async () => {
    const { user } = await openPage();
    await user.click(seat(/^Row A seat 1,/));
    await user.click(seat(/^Row A seat 2,/));
    expect(live()).toHaveTextContent("A2 chosen. 2 seats, 1,180 rupees.");
    await user.click(seat(/^Row A seat 1,/));
    expect(live()).toHaveTextContent("A1 let go. 1 seat, 590 rupees.");
  });

  it("stops at the limit and says so", async () => {
    const { user, order } = await openPage();
    for (const number of [1, 2, 3, 4, 5, 6]) await user.click(seat(new RegExp(`^Row A seat ${number},`)));
    await user.click(seat(/^Row B seat 1,/));
    expect(live()).toHaveTextContent("You can have 6 seats at one event. Let one go to choose B1.");
    expect(order.getByRole("button", { name: "Hold 6 seats" })).toBeVisible();
  });

  it("lets nobody choose where nothing is on sale", async () => {
    const { user, order } = await openPage({ onSale: false });
    await user.click(seat(/^Row A seat 1,/));
    expect(live()).toHaveTextContent("cannot be had");
    expect(order.getByText("No seats yet")).toBeVisible();
  });
});

