import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openPage, signIn } from "~/lib/session-client";
import { SignInForm } from "./sign-in-form";

vi.mock("~/lib/session-client");

const email = () => screen.getByLabelText("Email address");
const password = () => screen.getByLabelText("Password");
const button = () => screen.getByRole("button", { name: "Sign in" });

beforeEach(() => {
  vi.mocked(signIn).mockReset().mockResolvedValue({ ok: true });
  vi.mocked(openPage).mockReset();
});

describe("the sign-in form", () => {
  it("asks for both, beside the field, before anything is sent", async () => {
    render(<SignInForm to="/" demo={false} />);
    await userEvent.click(button());
    await waitFor(() => expect(email()).toHaveAccessibleDescription("Please give your email address."));
    await waitFor(() => expect(password()).toHaveAccessibleDescription("Please enter your password."));
    await waitFor(() => expect(email()).toHaveFocus());
    expect(email()).toBeInvalid();
    expect(signIn).not.toHaveBeenCalled();
  });

  it("signs in by keyboard alone and leads to where one was", async () => {
    render(<SignInForm to="/booking/7?seat=A1" demo={false} />);
    await userEvent.type(email(), " Asha@Example.com ");
    await userEvent.tab();
    await userEvent.keyboard("aisle-demo-1{Enter}");
    await waitFor(() => expect(openPage).toHaveBeenCalledWith("/booking/7?seat=A1"));
    expect(signIn).toHaveBeenCalledWith({ email: "asha@example.com", password: "aisle-demo-1" });
    expect(button()).toHaveAttribute("aria-disabled", "true");
  });

  it("says what went wrong, keeps what was typed, and lets one try again", async () => {
    vi.mocked(signIn).mockResolvedValueOnce({ ok: false, message: "Those two do not match." });
    render(<SignInForm to="/" demo={false} />);
    await userEvent.type(email(), "asha@example.com");
    await userEvent.type(password(), "wrong");
    await userEvent.click(button());
    expect(await screen.findByText("Those two do not match.")).toBeVisible();
    expect(email()).toHaveValue("asha@example.com");
    expect(password()).toHaveFocus();
    expect(openPage).not.toHaveBeenCalled();
    await userEvent.keyboard("right{Enter}");
    await waitFor(() => expect(openPage).toHaveBeenCalledWith("/"));
    expect(signIn).toHaveBeenLastCalledWith({ email: "asha@example.com", password: "right" });
  });

  it("asks for the code as a second step, once the password was right", async () => {
    const asks = { ok: false as const, message: "Now the code.", asksCode: true };
    vi.mocked(signIn).mockResolvedValueOnce(asks).mockResolvedValueOnce({ ...asks, message: "That code is wrong." });
    render(<SignInForm to="/profile" demo={false} />);
    await userEvent.type(email(), "asha@example.com");
    await userEvent.type(password(), "right{Enter}");
    const code = await screen.findByLabelText("Code");
    expect(code).toHaveFocus();
    await userEvent.keyboard("111111{Enter}");
    expect(await screen.findByText("That code is wrong.")).toBeVisible();
    expect(openPage).not.toHaveBeenCalled();
    await userEvent.clear(code);
    await userEvent.type(code, "222 222{Enter}");
    await waitFor(() => expect(openPage).toHaveBeenCalledWith("/profile"));
    expect(signIn).toHaveBeenLastCalledWith({ email: "asha@example.com", password: "right", code: "222 222" });
  });

  it("lets one begin with another account", async () => {
    vi.mocked(signIn).mockResolvedValueOnce({ ok: false, message: "", asksCode: true });
    render(<SignInForm to="/" demo={false} />);
    await userEvent.type(email(), "asha@example.com");
    await userEvent.type(password(), "right{Enter}");
    await userEvent.click(await screen.findByRole("button", { name: "Use another account" }));
    expect(email()).toHaveValue("");
    expect(password()).toHaveValue("");
  });

  it("shows and hides the password", async () => {
    render(<SignInForm to="/" demo={false} />);
    await userEvent.type(password(), "secret");
    await userEvent.click(screen.getByRole("button", { name: "Show password" }));
    expect(password()).toHaveAttribute("type", "text");
    await userEvent.click(screen.getByRole("button", { name: "Hide password" }));
    expect(password()).toHaveAttribute("type", "password");
  });

  it("offers the demo's people only where the demo runs", async () => {
    const { rerender } = render(<SignInForm to="/" demo={false} />);
    expect(screen.queryByText(/aisle-demo-1/)).toBeNull();
    rerender(<SignInForm to="/" demo />);
    await userEvent.click(screen.getByRole("button", { name: /Organizer/ }));
    await waitFor(() =>
      expect(signIn).toHaveBeenCalledWith({ email: "organizer@aisle.test", password: "aisle-demo-1" }),
    );
  });
});
