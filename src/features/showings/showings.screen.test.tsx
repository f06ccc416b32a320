import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { dayAfter } from "~/lib/calendar";
import { makeEvent } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { renderScreen } from "~/test/harness/screen";
import { DateStrip } from "../events/date-strip";
import { StandingProvider } from "~/components/standing";
import { Showings } from "./showings";

const db = testDb();
const timeZone = "Asia/Kolkata";

it("makes a run from a rule, publishes it, and says of each showing that refuses why", async () => {
  const { event, organizerId } = await makeEvent(db);
  const user = userEvent.setup();
  const shown = { id: event.id, startsAt: event.startsAt, timeZone, city: "Mumbai" };
  renderScreen(<Showings event={shown} />, { user: { id: organizerId } });
  const from = await screen.findByLabelText(/^From/);
  await user.clear(from);
  await user.type(from, dayAfter(event.startsAt, 1, timeZone));
  const until = screen.getByLabelText(/^Until/);
  await user.clear(until);
  await user.type(until, dayAfter(event.startsAt, 2, timeZone));
  const at = screen.getByLabelText(/^At/);
  await user.clear(at);
  await user.type(at, "half past");
  expect(screen.getByText(/is no time/)).toBeVisible();
  await user.clear(at);
  await user.type(at, "18:30, 21:00");
  await user.click(screen.getByRole("button", { name: "Make 4 showings" }));
  await waitFor(() => expect(screen.getAllByRole("row")).toHaveLength(6));
  await user.click(screen.getByRole("checkbox", { name: "All showings" }));
  expect(screen.getByText("5 showings chosen")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Publish" }));
  await user.click(await screen.findByRole("button", { name: "Publish 5 showings" }));
  expect(await screen.findByText("1 showing stayed as before")).toBeVisible();
  expect(screen.getByText(/This event is published already/)).toBeVisible();
  await waitFor(async () => expect(await db.event.count({ where: { status: "PUBLISHED" } })).toBe(5));
});

it("lets a seller read the run and change nothing of it", async () => {
  const { event, organizerId } = await makeEvent(db);
  renderScreen(
    <StandingProvider standing="SELLER">
      <Showings event={{ id: event.id, startsAt: event.startsAt, timeZone, city: "Mumbai" }} />
    </StandingProvider>,
    { user: { id: organizerId } },
  );
  expect(await screen.findAllByRole("row")).toHaveLength(2);
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByRole("form", { name: "Add showings" })).toBeNull();
});

it("leads buyers from day to day and from time to time", async () => {
  const { event, organizerId } = await makeEvent(db, { startsAt: new Date("2099-03-06T13:00:00Z") });
  const api = callerFor({ id: organizerId });
  const startsAts = ["2099-03-06T15:30:00Z", "2099-03-07T13:00:00Z"].map((at) => new Date(at));
  await api.showing.add({ eventId: event.id, startsAts });
  const ids = (await api.showing.list({ eventId: event.id })).map(({ id }) => id);
  await api.showing.publish({ ids: ids.slice(1) });
  const showings = await callerFor(null).showing.ahead({ eventId: event.id });
  render(<DateStrip showings={showings} event={{ id: event.id, startsAt: event.startsAt, venue: { timeZone } }} now={new Date("2099-03-01T00:00:00Z")} />);
  const strip = within(screen.getByRole("navigation", { name: "Dates" }));
  expect(strip.getByRole("heading")).toHaveTextContent("3 dates");
  const days = within(strip.getByRole("list", { name: "Days" })).getAllByRole("link");
  expect(days.map((day) => [day.textContent, day.getAttribute("href"), day.getAttribute("aria-current")])).toEqual([
    ["Fri 6 Mar", `/events/${ids[0]}`, "date"],
    ["Sat 7 Mar", `/events/${ids[2]}`, null],
  ]);
  const times = within(strip.getByRole("list", { name: "Times" })).getAllByRole("link");
  expect(times.map((time) => [time.textContent, time.getAttribute("aria-current")])).toEqual([["6:30 pm", "page"], ["9 pm", null]]);
});
