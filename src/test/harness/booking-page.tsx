import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach } from "vitest";
import { BookingScreen } from "~/app/booking/[eventId]/booking-screen";
import type { Db } from "~/server/db/db";
import { makeEvent, makeUser } from "../factories";
import { callerFor } from "./callers";
import { renderScreen } from "./screen";

type Options = {
  signedIn?: boolean;
  onSale?: boolean;
  /** Before the page opens: with the seats' ids in order, and an API as its buyer. */
  prepare?: (facts: {
    ids: string[];
    eventId: string;
    api: ReturnType<typeof callerFor>;
  }) => Promise<unknown>;
  lose?: (path: string) => boolean;
};

const sections = [
  { name: "Stalls", rowCount: 3, seatsPerRow: 6 },
  { name: "Balcony", rowCount: 1, seatsPerRow: 4, priceMultiplierBps: 5_000 },
];

/**
 * The booking page of an event with stalls of 3 x 6 at 590 rupees all-in and a balcony of 4 at 295, over the real
 * API. The tab's notes are empty when it opens.
 */
export function bookingPages(db: Db) {
  beforeEach(() => {
    window.sessionStorage.clear();
    // jsdom draws nothing: these tests choose from the list.
    window.sessionStorage.setItem("aisle:seat-view", '"list"');
  });
  return async function open({ signedIn = true, onSale = true, prepare, lose }: Options = {}) {
    const [buyer, { event, seats }] = await Promise.all([makeUser(db), makeEvent(db, { sections })]);
    const ids = seats.map((seat) => seat.id);
    const api = callerFor(buyer);
    await prepare?.({ ids, eventId: event.id, api });
    const until = onSale ? event.startsAt : null;
    const page = (
      <BookingScreen
        eventId={event.id}
        planHash={event.planHash}
        signedIn={signedIn}
        limit={6}
        saleEndsAt={until}
      />
    );
    const view = renderScreen(page, { user: signedIn ? buyer : null, lose });
    await screen.findByRole("button", { name: /^Stalls/ });
    const rival = async (number: number) =>
      callerFor(await makeUser(db)).seatLock.hold({ eventId: event.id, seatIds: [ids[number] ?? ""] });
    return {
      ...view,
      buyer,
      event,
      ids,
      api,
      user: userEvent.setup(),
      /** The summary for wide screens: it stands twice, and CSS shows one. */
      order: within(screen.getByRole("complementary", { name: "Your order" })),
      /** Somebody else holds the seat of this ordinal. */
      rival,
      /** Opens the page again, as the same tab would, signed in. */
      reopen: (user = buyer) => {
        view.unmount();
        const again = (
          <BookingScreen eventId={event.id} planHash={event.planHash} signedIn limit={6} saleEndsAt={until} />
        );
        return renderScreen(again, { user });
      },
    };
  };
}

/** A seat's button by what a screen reader calls it. */
export const seat = (name: RegExp | string) => screen.getByRole("button", { name });

/** The page's one live region. */
export const live = () =>
  screen.getByText(
    (_, element) =>
      element?.getAttribute("aria-live") === "polite" && element.getAttribute("role") === "status",
  );
