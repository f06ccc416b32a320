import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { renderScreen } from "~/test/harness/screen";
import { Invitation } from "./invitation";
import { For, StandingProvider } from "~/components/standing";
import { Team } from "./team";
import { TeamSwitch } from "./team-switch";

const db = testDb();

it("asks somebody, who joins; gives another role; takes them out", async () => {
  const owner = await makeUser(db, { role: "ORGANIZER", name: "Asha Rao" });
  const member = await makeUser(db, { name: "Kabir Sen", emailVerifiedAt: new Date() });
  const user = userEvent.setup();
  const desk = renderScreen(<Team />, { user: owner });
  expect(await screen.findByText("You run this alone so far")).toBeVisible();
  await user.type(screen.getByLabelText(/Their email address/), owner.email);
  await user.click(screen.getByRole("button", { name: "Invite" }));
  expect(await screen.findByText(/That is your own address/)).toBeVisible();
  await user.clear(screen.getByLabelText(/Their email address/));
  await user.type(screen.getByLabelText(/Their email address/), member.email);
  await user.selectOptions(screen.getByLabelText("As"), "Door");
  await user.click(screen.getByRole("button", { name: "Invite" }));
  expect(await screen.findByText(/waits until/)).toHaveTextContent("Door, waits until");
  desk.unmount();

  const { id } = await db.teamInvitation.findFirstOrThrow();
  const asked = renderScreen(<Invitation id={id} />, { user: member });
  await user.click(await screen.findByRole("button", { name: "Join the team" }));
  await waitFor(() => expect(asked.visited).toEqual(["/organizer/doors"]));
  asked.unmount();

  renderScreen(<Team />, { user: owner });
  const row = await screen.findByRole("row", { name: /Kabir Sen/ });
  await user.selectOptions(within(row).getByLabelText("Role of Kabir Sen"), "Manager");
  await waitFor(async () => expect(await db.teamMember.findFirst()).toMatchObject({ role: "MANAGER" }));
  await user.click(within(row).getByRole("button", { name: "Remove Kabir Sen" }));
  await user.click(await screen.findByRole("button", { name: "Remove from the team" }));
  expect(await screen.findByText("You run this alone so far")).toBeVisible();
});

it("tells of an invitation that is for another address, or over", async () => {
  const owner = await makeUser(db, { role: "ORGANIZER", name: "Asha Rao" });
  const { id } = await callerFor(owner).team.invite({ email: "kabir@aisle.test", role: "DOOR" });
  const stranger = await makeUser(db);
  const first = renderScreen(<Invitation id={id} />, { user: stranger });
  expect(await screen.findByText(/You are signed in as/)).toHaveTextContent(stranger.email);
  expect(screen.queryByText(/Asha Rao/)).toBeNull();
  first.unmount();
  await callerFor(owner).team.withdraw({ id });
  renderScreen(<Invitation id={id} />, { user: stranger });
  expect(await screen.findByText("This invitation is over")).toBeVisible();
});

it("says whom one works for, and changes it where there is a choice", async () => {
  const [one, two] = [await makeUser(db, { role: "ORGANIZER", name: "Asha Rao" }), await makeUser(db, { role: "ORGANIZER", name: "Ravi Nair" })];
  const member = await makeUser(db);
  await db.teamMember.create({ data: { ownerId: one.id, userId: member.id, role: "SELLER" } });
  const first = renderScreen(<TeamSwitch />, { user: member });
  expect(await screen.findByText("Asha Rao")).toBeVisible();
  expect(screen.queryByRole("combobox")).toBeNull();
  first.unmount();
  await db.teamMember.create({ data: { ownerId: two.id, userId: member.id, role: "DOOR" } });
  const { visited } = renderScreen(<TeamSwitch />, { user: member });
  await userEvent.selectOptions(await screen.findByLabelText("You work for"), "Ravi Nair, as door");
  await waitFor(() => expect(visited).toEqual(["/organizer/doors"]));
  expect(await screen.findByRole("option", { name: "Ravi Nair, as door", selected: true })).toBeVisible();
});

it("shows to each what their role may", () => {
  const shownTo = (standing: "SELLER" | "MANAGER") => {
    const { unmount } = renderScreen(
      <StandingProvider standing={standing}>
        <For least="MANAGER">Edit</For>
      </StandingProvider>,
      { user: null },
    );
    const shown = screen.queryByText("Edit") !== null;
    unmount();
    return shown;
  };
  expect([shownTo("SELLER"), shownTo("MANAGER")]).toEqual([false, true]);
});
