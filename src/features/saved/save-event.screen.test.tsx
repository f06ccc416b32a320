import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { renderScreen } from "~/test/harness/screen";
import { SaveEvent } from "./save-event";

const db = testDb();
beforeEach(() => window.sessionStorage.clear());

it("asks a stranger to sign in, and keeps what they pressed once they are back", async () => {
  const [{ event }, user] = await Promise.all([makeEvent(db), makeUser(db)]);
  const stranger = renderScreen(<SaveEvent eventId={event.id} signedIn={false} notYetOnSale />, { user: null });
  await userEvent.click(screen.getByRole("button", { name: "Tell me when sales open" }));
  expect(stranger.visited).toEqual([`/login?callbackUrl=${encodeURIComponent(`/events/${event.id}`)}&why=save`]);
  stranger.unmount();
  renderScreen(<SaveEvent eventId={event.id} signedIn notYetOnSale />, { user });
  expect(await screen.findByRole("button", { name: "We will tell you", pressed: true })).toBeVisible();
  expect(await db.savedEvent.findMany()).toMatchObject([{ userId: user.id, eventId: event.id, remind: true }]);
});

it("saves and forgets again", async () => {
  const [{ event }, user] = await Promise.all([makeEvent(db), makeUser(db)]);
  renderScreen(<SaveEvent eventId={event.id} signedIn notYetOnSale={false} />, { user });
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await userEvent.click(await screen.findByRole("button", { name: "Saved", pressed: true }));
  expect(await screen.findByRole("button", { name: "Save", pressed: false })).toBeVisible();
  await waitFor(async () => expect(await db.savedEvent.count()).toBe(0));
});
