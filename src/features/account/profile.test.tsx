import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openPage, signOut } from "~/lib/session-client";
import { Refusal, renderWithApi } from "~/test/harness/with-api";
import { Profile } from "./profile";

vi.mock("~/lib/session-client");
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }) }));

const asha = {
  id: "1",
  name: "Asha Rao",
  email: "asha@example.com",
  phone: "+919876543210" as string | null,
  role: "USER",
  emailVerifiedAt: null,
  createdAt: new Date("2026-01-02T00:00:00Z"),
  bookingCount: 3,
};
const here = {
  id: "here",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/132.0",
  ip: "local",
  createdAt: new Date("2026-11-20T10:00:00Z"),
  lastSeenAt: new Date("2026-11-20T10:00:00Z"),
  current: true,
};
const phone = {
  ...here,
  id: "phone",
  userAgent: "Mozilla/5.0 (iPhone) Safari/604.1",
  ip: "1.2.3.4",
  current: false,
};

const answers = {
  "user.profile": vi.fn(),
  "user.sessions": vi.fn(),
  "user.updateProfile": vi.fn(),
  "user.changePassword": vi.fn(),
  "user.endSession": vi.fn(),
  "user.endAllSessions": vi.fn(),
};

beforeEach(() => {
  for (const answer of Object.values(answers)) answer.mockReset();
  answers["user.profile"].mockReturnValue(asha);
  answers["user.sessions"].mockReturnValue([here, phone]);
  vi.mocked(openPage).mockReset();
});

async function show() {
  renderWithApi(<Profile />, answers);
  await screen.findByRole("heading", { name: "Asha Rao" });
  await screen.findByText("This device");
}

describe("the profile", () => {
  it("shows a skeleton, then the account", async () => {
    renderWithApi(<Profile />, answers);
    expect(screen.getByRole("status")).toHaveTextContent("Your profile is loading");
    expect(await screen.findByRole("link", { name: "3 bookings" })).toHaveAttribute("href", "/my-bookings");
    expect(screen.getByLabelText(/^Phone/)).toHaveValue("+91 98765 43210");
    expect(screen.getByLabelText("Email address")).toHaveAttribute("readonly");
  });

  it("says when it did not load, and tries again", async () => {
    answers["user.profile"].mockImplementationOnce(() => {
      throw new Refusal("UNAVAILABLE", "We cannot reach our records right now.");
    });
    renderWithApi(<Profile />, answers);
    expect(await screen.findByRole("alert")).toHaveTextContent("We cannot reach our records right now.");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: "Asha Rao" })).toBeVisible();
  });

  it("leads back to the door when the session was ended elsewhere", async () => {
    answers["user.profile"].mockImplementation(() => {
      throw new Refusal("UNAUTHORIZED", "Please sign in first.");
    });
    renderWithApi(<Profile />, answers);
    expect(await screen.findByRole("link", { name: "Sign in again" })).toHaveAttribute(
      "href",
      "/login?callbackUrl=%2Fprofile",
    );
  });

  it("saves what was changed, and nothing before", async () => {
    answers["user.updateProfile"].mockReturnValue({ ...asha, name: "Asha R. Rao", phone: null });
    await show();
    expect(screen.getByRole("button", { name: "Save details" })).toBeDisabled();
    await userEvent.clear(screen.getByLabelText("Name"));
    await userEvent.type(screen.getByLabelText("Name"), "Asha R. Rao");
    await userEvent.clear(screen.getByLabelText(/^Phone/));
    await userEvent.click(screen.getByRole("button", { name: "Save details" }));
    expect(await screen.findByRole("heading", { name: "Asha R. Rao" })).toBeVisible();
    expect(answers["user.updateProfile"]).toHaveBeenCalledWith({ name: "Asha R. Rao", phone: null });
  });

  it("says beside the field that the current password is wrong", async () => {
    answers["user.changePassword"].mockImplementation(() => {
      throw new Refusal("WRONG_PASSWORD", "That is not your current password.", "currentPassword");
    });
    await show();
    await userEvent.type(screen.getByLabelText("Current password"), "wrong-one");
    await userEvent.type(screen.getByLabelText("New password"), "another-one");
    await userEvent.click(screen.getByRole("button", { name: "Change password" }));
    await waitFor(() =>
      expect(screen.getByLabelText("Current password")).toHaveAccessibleDescription(
        "That is not your current password.",
      ),
    );
    expect(screen.getByLabelText("Current password")).toHaveFocus();
  });

  it("refuses the same password again, and empties the fields once it is changed", async () => {
    answers["user.changePassword"].mockReturnValue({ changed: true });
    await show();
    await userEvent.type(screen.getByLabelText("Current password"), "aisle-demo-1");
    await userEvent.type(screen.getByLabelText("New password"), "aisle-demo-1");
    await userEvent.click(screen.getByRole("button", { name: "Change password" }));
    await waitFor(() => expect(screen.getByLabelText("New password")).toHaveAccessibleDescription(
      /another password than the current/,
    ));
    expect(answers["user.changePassword"]).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText("New password"), "x");
    await userEvent.click(screen.getByRole("button", { name: "Change password" }));
    await waitFor(() => expect(screen.getByLabelText("New password")).toHaveValue(""));
    expect(answers["user.sessions"]).toHaveBeenCalledTimes(2);
  });

  it("ends another device's session, and offers none for this one", async () => {
    answers["user.endSession"].mockReturnValue({ id: "phone" });
    await show();
    const rows = screen.getAllByRole("listitem");
    expect(rows.map((row) => within(row).queryByRole("button")?.textContent)).toEqual([
      undefined,
      "Sign out",
    ]);
    expect(rows[1]).toHaveTextContent("Safari on iPhone");
    expect(rows[1]).toHaveTextContent("from 1.2.3.4");
    answers["user.sessions"].mockReturnValue([here]);
    await userEvent.click(screen.getByRole("button", { name: "Sign out Safari on iPhone" }));
    await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(1));
    expect(answers["user.endSession"]).toHaveBeenCalledWith({ id: "phone" });
  });

  it("asks before signing out everywhere", async () => {
    answers["user.endAllSessions"].mockReturnValue({ ended: true });
    await show();
    await userEvent.click(screen.getByRole("button", { name: "Sign out everywhere" }));
    await userEvent.click(screen.getByRole("button", { name: "Stay signed in" }));
    expect(answers["user.endAllSessions"]).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Sign out everywhere" }));
    const dialog = screen.getByRole("alertdialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Sign out everywhere" }));
    await waitFor(() => expect(openPage).toHaveBeenCalledWith("/login?ended=1"));
  });

  it("signs out", async () => {
    vi.mocked(signOut).mockReturnValue(new Promise(() => undefined));
    await show();
    await userEvent.click(screen.getByRole("button", { name: "Sign out" }));
    expect(signOut).toHaveBeenCalledWith();
  });
});
