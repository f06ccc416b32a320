import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { bookingPages, live, seat } from "~/test/harness/booking-page";
import { testDb } from "~/test/harness/database";
import { NEARLY_TEN_MINUTES } from "~/test/harness/time";
import { allAnswered } from "~/test/harness/under-way";

const db = testDb();
const openPage = bookingPages(db);

describe("holding", () => {
  it("holds what is chosen, shows the time left and goes on to payment", async () => {
    const calls: string[] = [];
    const { user, order, api, event, ids, visited } = await openPage({ lose: (path) => calls.push(path) < 0 });
    await user.click(seat(/^Row A seat 1,/));
    await user.click(seat(/^Row A seat 2,/));
    await user.click(order.getByRole("button", { name: "Hold 2 seats" }));
    await screen.findByRole("button", { name: "Row A seat 1, 590 rupees, held for you" });
    expect(order.getByRole("timer")).toHaveTextContent(NEARLY_TEN_MINUTES);
    expect((await api.seatLock.status({ eventId: event.id }))?.seatIds).toEqual(ids.slice(0, 2));

    const onwards = await order.findByRole("button", { name: "Go to payment" });
    onwards.click();
    onwards.click();
    await waitFor(() => expect(visited).not.toHaveLength(0));
    expect(calls.filter((path) => path.endsWith("booking.create"))).toHaveLength(1);
    const [booking] = await db.booking.findMany({ include: { items: true } });
    expect(visited).toEqual([`/payment/${booking?.id}`]);
    expect(booking?.items.map((item) => item.seatId).sort()).toEqual(ids.slice(0, 2).sort());
  });

  it("holds and goes to payment at one press, and stays where the hold was lost", async () => {
    let away = true;
    const { user, order, event, visited } = await openPage({ lose: (path) => away && path.includes("seatLock.hold") });
    await user.click(seat(/^Row B seat 1,/));
    await user.click(order.getByRole("button", { name: "Straight to payment" }));
    await waitFor(() => expect(live()).toHaveTextContent("We could not reach Aisle"));
    expect(visited).toEqual([]);
    away = false;
    await user.click(order.getByRole("button", { name: "Straight to payment" }));
    await waitFor(() => expect(visited).toHaveLength(1));
    const [booking] = await db.booking.findMany({ where: { eventId: event.id }, include: { items: true } });
    expect(visited).toEqual([`/payment/${booking?.id}`]);
    expect(booking?.items).toMatchObject([{ rowLabel: "B", seatLabel: "1" }]);
  });

  it("holds the best seats together, as many as are asked for", async () => {
    const { user, api, event } = await openPage();
    await user.click(screen.getByRole("button", { name: "Best available" }));
    await user.click(await screen.findByRole("button", { name: "Hold 2 seats" }));
    await waitFor(() => expect(live()).toHaveTextContent(/^[A-C]\d and [A-C]\d held for you\.$/));
    const held = (await api.seatLock.status({ eventId: event.id }))?.seatIds ?? [];
    const seats = await db.seat.findMany({ where: { id: { in: held } }, orderBy: { ordinal: "asc" } });
    expect(seats).toHaveLength(2);
    expect(seats[1]!.rowLabel).toBe(seats[0]!.rowLabel);
    expect(seats[1]!.ordinal).toBe(seats[0]!.ordinal + 1);
  });

  it("lets a held seat go at once, and keeps it where the server refuses", async () => {
    let away = false;
    const { user, api, event } = await openPage({
      prepare: ({ ids, eventId, api }) => api.seatLock.hold({ eventId, seatIds: ids.slice(0, 1) }),
      lose: (path) => away && /release|status/.test(path),
    });
    const held = await screen.findByRole("button", { name: /^Row A seat 1,.*held for you$/ });
    away = true;
    await user.click(held);
    await waitFor(() => expect(live()).toHaveTextContent("We could not reach Aisle"));
    expect(await screen.findByRole("button", { name: /^Row A seat 1,.*held for you$/ })).toBeVisible();

    away = false;
    await user.click(seat(/^Row A seat 1,/));
    expect(await screen.findByRole("button", { name: /^Row A seat 1,.*available$/ })).toBeVisible();
    await waitFor(async () => expect(await api.seatLock.status({ eventId: event.id })).toBeNull());
    // Free for others, and for this buyer too, before the next poll has told.
    expect(await screen.findByRole("button", { name: /^Row A seat 1,.*available$/ })).toBeVisible();
  });

  it("names the seat that someone was quicker with, and what is free beside it", async () => {
    let away = false;
    const { user, order, rival } = await openPage({ lose: (path) => away && /vailability/.test(path) });
    await user.click(seat(/^Row A seat 2,/));
    await user.click(seat(/^Row A seat 5,/));
    // No poll may tell it first: the refusal itself does.
    away = true;
    await allAnswered();
    await rival(1);
    await user.click(order.getByRole("button", { name: /^Hold/ }));
    const sentence = "Someone was quicker with A2. A1 and A3 are free.";
    await waitFor(() => expect(live()).toHaveTextContent(sentence));
    // Said where it was, too.
    expect(within(seat(/^Row A seat 2,/).closest("li") as HTMLElement).getByText(sentence)).toBeVisible();
    expect(order.getByRole("button", { name: "Hold 1 seat" })).toBeVisible();
  });

  it("tells of a chosen seat that a poll finds taken", async () => {
    const { user, order, rival } = await openPage();
    await user.click(seat(/^Row C seat 6,/));
    await rival(17);
    await waitFor(() => expect(live()).toHaveTextContent("Someone was quicker with C6. C4 and C5 are free."));
    expect(order.getByText("No seats yet")).toBeVisible();
    expect(seat(/^Row C seat 6,.*held by someone else$/)).toBeVisible();
  });

  it("sends who is not signed in to sign in, and holds what they chose once they are back", async () => {
    const { user, order, event, visited, reopen } = await openPage({ signedIn: false });
    await user.click(seat(/^Row A seat 3,/));
    await user.click(order.getByRole("button", { name: "Hold 1 seat" }));
    expect(visited).toEqual([`/login?callbackUrl=${encodeURIComponent(`/booking/${event.id}`)}&why=hold`]);
    reopen();
    // Back again, the hold that was pressed is made.
    expect(await screen.findByRole("button", { name: /^Row A seat 3,.*held for you$/ })).toBeVisible();
  });

  it("sends whose session has ended to sign in, and goes on to payment once they are back", async () => {
    const { order, user, buyer, event, visited, reopen } = await openPage({
      prepare: ({ ids, eventId, api }) => api.seatLock.hold({ eventId, seatIds: ids.slice(0, 2) }),
    });
    const onwards = await order.findByRole("button", { name: "Go to payment" });
    await db.user.update({ where: { id: buyer.id }, data: { sessionVersion: { increment: 1 } } });
    await user.click(onwards);
    await waitFor(() => expect(visited).toContain(`/login?callbackUrl=${encodeURIComponent(`/booking/${event.id}`)}&why=ended`));
    expect(screen.queryByText("Please sign in first.")).toBeNull();
    const again = reopen(await db.user.findUniqueOrThrow({ where: { id: buyer.id } }));
    await waitFor(() => expect(again.visited).toHaveLength(1));
    const booking = await db.booking.findFirstOrThrow();
    expect(again.visited).toEqual([`/payment/${booking.id}`]);
  });

  it("leaves the focus on the button that held: it is the way on", async () => {
    const { user, order } = await openPage();
    await user.click(seat(/^Row A seat 1,/));
    order.getByRole("button", { name: "Hold 1 seat" }).focus();
    await user.keyboard("{Enter}");
    expect(await order.findByRole("button", { name: "Go to payment" })).toHaveFocus();
  });
});
