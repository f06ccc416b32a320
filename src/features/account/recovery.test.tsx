import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { openPage } from "~/lib/session-client";
import { Refusal, renderWithApi } from "~/test/harness/with-api";
import { ConfirmAddress } from "./confirm-address";
import { ForgotPasswordForm } from "./forgot-password-form";
import { ResetPasswordForm } from "./reset-password-form";
import { VerifyEmailButton } from "./verify-email-button";
import { YourData } from "./your-data";

vi.mock("~/lib/session-client");

const spent = () => {
  throw new Refusal("NOT_FOUND", "This link has been used or is too old. Please ask for a new one.");
};
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

describe("a lost password", () => {
  it("is asked for by address, and promises nothing", async () => {
    const request = vi.fn(() => null);
    renderWithApi(<ForgotPasswordForm />, { "auth.requestPasswordReset": request });
    await press("Send me a link");
    await waitFor(() => expect(screen.getByLabelText("Email address")).toHaveAccessibleDescription(
      "Please give your email address.",
    ));
    await userEvent.type(screen.getByLabelText("Email address"), "Asha@Example.com{Enter}");
    expect(await screen.findByText(/If asha@example.com has an account/)).toBeVisible();
    expect(request).toHaveBeenCalledWith({ email: "asha@example.com" });
  });

  it("is replaced by a new one, which leads to the door", async () => {
    const reset = vi.fn(() => null);
    renderWithApi(<ResetPasswordForm token="secret" />, { "auth.resetPassword": reset });
    await userEvent.type(screen.getByLabelText("New password"), "short{Enter}");
    await waitFor(() => expect(screen.getByLabelText("New password")).toHaveAccessibleDescription(/at least 8/));
    await userEvent.type(screen.getByLabelText("New password"), " no more{Enter}");
    expect(await screen.findByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/login");
    expect(reset).toHaveBeenCalledWith({ token: "secret", newPassword: "short no more" });
  });

  it("stays where the link is spent", async () => {
    renderWithApi(<ResetPasswordForm token="secret" />, { "auth.resetPassword": spent });
    await userEvent.type(screen.getByLabelText("New password"), "a better password{Enter}");
    expect(await screen.findByText(/used or is too old/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Change password" })).toBeEnabled();
  });
});

describe("an address", () => {
  it("is confirmed at a press, not by opening the page", async () => {
    const verify = vi.fn(() => null);
    renderWithApi(<VerifyEmailButton token="secret" />, { "auth.verifyEmail": verify });
    expect(verify).not.toHaveBeenCalled();
    await press("Confirm my address");
    expect(await screen.findByText(/Your address is confirmed/)).toBeVisible();
    expect(verify).toHaveBeenCalledWith({ token: "secret" });
  });

  it("says what to do where the link is spent", async () => {
    renderWithApi(<VerifyEmailButton token="secret" />, { "auth.verifyEmail": spent });
    await press("Confirm my address");
    expect(await screen.findByRole("alert")).toHaveTextContent(
      /Please ask for a new one. Your profile sends one/,
    );
  });

  it("gets its link again from the profile, unless it is confirmed", async () => {
    const resend = vi.fn(() => null);
    const { unmount } = renderWithApi(<ConfirmAddress verified={false} />, {
      "user.resendVerification": resend,
    });
    await press("Send the link again");
    await waitFor(() => expect(resend).toHaveBeenCalledOnce());
    unmount();
    renderWithApi(<ConfirmAddress verified />, {});
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("one's data", () => {
  it("is a file away", () => {
    renderWithApi(<YourData />, {});
    expect(screen.getByRole("link", { name: "Download my data" })).toHaveAttribute(
      "href",
      "/api/account/export",
    );
  });

  it("is forgotten only with the password, and says what stands in the way", async () => {
    const remove = vi.fn<() => unknown>(() => {
      throw new Refusal("WRONG_PASSWORD", "That is not your password.", "password");
    });
    renderWithApi(<YourData />, { "user.deleteAccount": remove });
    await press("Delete my account");
    await press("Delete for good");
    const field = screen.getByLabelText("Your password");
    await waitFor(() => expect(field).toHaveAccessibleDescription("Please enter your password."));
    expect(remove).not.toHaveBeenCalled();
    await userEvent.type(field, "wrong{Enter}");
    await waitFor(() => expect(field).toHaveAccessibleDescription("That is not your password."));
    remove.mockImplementationOnce(() => {
      throw new Refusal("INVALID_TRANSITION", "You have tickets for shows still to come.");
    });
    await userEvent.type(field, "{Enter}");
    expect(await screen.findByText("You have tickets for shows still to come.")).toBeVisible();
    expect(openPage).not.toHaveBeenCalled();
    remove.mockImplementationOnce(() => ({ deleted: true }));
    await userEvent.type(field, "{Enter}");
    await waitFor(() => expect(openPage).toHaveBeenCalledWith("/login?deleted=1"));
  });
});
