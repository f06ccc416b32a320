import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { bookingPages, live } from "~/test/harness/booking-page";
import { testDb } from "~/test/harness/database";
import { NEARLY_TEN_MINUTES, skipAhead } from "~/test/harness/time";
import { allAnswered } from "~/test/harness/under-way";

const db = testDb();
const openPage = bookingPages(db);

describe("the time", () => {
  /** Two seats held, their time shortened in the books. While `away` is true the page hears nothing of the server. */
  async function openHeld(secondsLeft: number) {
    const net = { away: false };
    const page = await openPage({
      lose: () => net.away,
      async prepare({ ids, eventId, api }) {
        await api.seatLock.hold({ eventId, seatIds: ids.slice(0, 2) });
        await endIn(eventId, secondsLeft);
      },
    });
    return Object.assign(page, { net });
  }

  async function endIn(eventId: string, seconds: number) {
    const [hold] = await db.$queryRaw<{ until: Date }[]>`
      UPDATE "SeatHold" SET "expiresAt" = now() + make_interval(secs => ${seconds}::float8)
       WHERE "eventId" = ${eventId} RETURNING "expiresAt" AS until`;
    await db.$executeRaw`UPDATE "Seat" SET "heldUntil" = ${hold?.until} WHERE "eventId" = ${eventId} AND status = 'HELD'`;
  }

  it("is the hold's, also after a reload, and turns to a warning at two minutes", async () => {
    const { order } = await openHeld(119);
    const timer = await order.findByRole("timer");
    await waitFor(() => expect(timer).toHaveTextContent(/^0[01]:[0-5]\d$/));
    expect(timer).toHaveAttribute("data-warning", "true");
  });

  it("can be had again, twice", async () => {
    const { order, user } = await openHeld(110);
    await user.click(await order.findByRole("button", { name: "More time" }));
    await waitFor(() => expect(order.getByRole("timer")).toHaveTextContent(NEARLY_TEN_MINUTES));
    expect(order.getByText("1 time left")).toBeVisible();
    await user.click(order.getByRole("button", { name: "More time" }));
    await waitFor(() => expect(order.queryByRole("button", { name: "More time" })).not.toBeInTheDocument());
  });

  it("runs out in words, and offers the seats that are still free", async () => {
    const { rival, user, event, net } = await openHeld(300);
    await screen.findByRole("button", { name: /^Row A seat 1,.*held for you$/ });
    net.away = true;
    await allAnswered();
    await endIn(event.id, -1);
    skipAhead(301);
    net.away = false;
    const dialog = await screen.findByRole("dialog", { name: "Your time ran out" });
    expect(dialog).toHaveTextContent("A1 and A2 went back on sale");
    await waitFor(() => expect(dialog).toHaveTextContent("They are all still free."));
    await rival(0);
    const again = await within(dialog).findByRole("button", { name: "Hold 1 seat again" });
    expect(dialog).toHaveTextContent("A2 is still free, the rest went to others.");
    await user.click(again);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(await screen.findByRole("button", { name: /^Row A seat 2,.*held for you$/ })).toBeVisible();
  });

  it("that ran out while the page was shut is told on return", async () => {
    const { reopen, event, net } = await openHeld(300);
    await screen.findByRole("button", { name: /^Row A seat 1,.*held for you$/ });
    net.away = true;
    await allAnswered();
    await endIn(event.id, -1);
    const key = `aisle:seats:${event.id}`;
    const kept = JSON.parse(window.sessionStorage.getItem(key) ?? "{}") as { remembered: { endsAtMs: number } };
    kept.remembered.endsAtMs = Date.now() - 1_000;
    window.sessionStorage.setItem(key, JSON.stringify(kept));
    reopen();
    const dialog = await screen.findByRole("dialog", { name: "Your time ran out" });
    expect(dialog).not.toHaveTextContent("Someone else");
    await waitFor(() => expect(dialog).toHaveTextContent("They are all still free."));
  });

  it("ended in another tab is not told as run out", async () => {
    const { event, api, queryClient } = await openHeld(300);
    await screen.findByRole("button", { name: /^Row A seat 1,.*held for you$/ });
    await api.seatLock.release({ eventId: event.id });
    await queryClient.invalidateQueries();
    await waitFor(() => expect(live()).toHaveTextContent("Your hold on A1 and A2 was ended in another tab"));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
});
