import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openPage, signIn } from "~/lib/session-client";
import { Refusal, renderWithApi } from "~/test/harness/with-api";
import { RegisterForm } from "./register-form";

vi.mock("~/lib/session-client");

const register = vi.fn();
const show = () => renderWithApi(<RegisterForm to="/events/1" />, { "auth.register": register });
const button = () => screen.getByRole("button", { name: "Create account" });

async function fill(values: Record<string, string> = {}) {
  const all = {
    Name: "Asha Rao",
    "Email address": "Asha@Example.com",
    Phone: "",
    Password: "aisle-demo-1",
    ...values,
  };
  for (const [label, text] of Object.entries(all)) {
    const field = screen.getByLabelText(new RegExp(`^${label}`));
    await userEvent.clear(field);
    if (text) await userEvent.type(field, text);
  }
  await userEvent.click(button());
}

beforeEach(() => {
  register.mockReset().mockReturnValue({ id: "1" });
  vi.mocked(signIn).mockReset().mockResolvedValue({ ok: true });
  vi.mocked(openPage).mockReset();
});

describe("the registration form", () => {
  it("opens the account, signs in and leads on", async () => {
    show();
    await fill({ Phone: "98765 43210" });
    await waitFor(() => expect(openPage).toHaveBeenCalledWith("/events/1"));
    expect(register).toHaveBeenCalledWith({
      name: "Asha Rao",
      email: "asha@example.com",
      phone: "+919876543210",
      password: "aisle-demo-1",
    });
    expect(signIn).toHaveBeenCalledWith(
      expect.objectContaining({ email: "asha@example.com", password: "aisle-demo-1" }),
    );
  });

  it.each([
    ["Name", "A", /name, as it should stand/],
    ["Email address", "asha@", /does not look like an email address/],
    ["Phone", "12", /ten digits/],
    ["Password", "short", /at least 8/],
    ["Password", "पासवर्ड".repeat(4), /72 bytes/],
  ])("says beside %s what is wrong with %j", async (label, text, sentence) => {
    show();
    await fill({ [label]: text });
    const field = screen.getByLabelText(new RegExp(`^${label}`));
    await waitFor(() => expect(field).toBeInvalid());
    await waitFor(() => expect(field).toHaveAccessibleDescription(sentence));
    expect(register).not.toHaveBeenCalled();
  });

  it("shows a taken address beside the field, which has the focus", async () => {
    register.mockImplementation(() => {
      throw new Refusal("EMAIL_TAKEN", "There is an account with this address already.", "email");
    });
    show();
    await fill();
    await waitFor(() =>
      expect(screen.getByLabelText("Email address")).toHaveAccessibleDescription(/account with this address/),
    );
    expect(screen.getByLabelText("Email address")).toHaveFocus();
    expect(button()).toBeEnabled();
    expect(signIn).not.toHaveBeenCalled();
  });

  it("shows over the form what belongs to no field", async () => {
    register.mockImplementation(() => {
      throw new Refusal("RATE_LIMITED", "That was too many tries. Please try again in 40 minutes.");
    });
    show();
    await fill();
    expect(await screen.findByText(/in 40 minutes/)).toBeVisible();
  });

  it("sends to the sign-in page where the account is made but signing in fails", async () => {
    vi.mocked(signIn).mockResolvedValue({ ok: false, message: "away" });
    show();
    await fill();
    await waitFor(() => expect(openPage).toHaveBeenCalledWith("/login?callbackUrl=%2Fevents%2F1"));
  });
});
