import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Refusal, renderWithApi } from "~/test/harness/with-api";
import { SecondFactor } from "./second-factor";

const codes = ["aaaa-bbbb-cccc", "dddd-eeee-ffff"];
const answers = {
  "user.secondFactor": vi.fn(),
  "user.sessions": vi.fn(() => []),
  "user.startSecondFactor": vi.fn(),
  "user.confirmSecondFactor": vi.fn(),
  "user.renewRecoveryCodes": vi.fn(),
  "user.removeSecondFactor": vi.fn(),
};
const off = { since: null, recoveryCodesLeft: 0, asked: false };
const on = { since: new Date("2026-11-20T10:00:00Z"), recoveryCodesLeft: 8, asked: true };
const press = (name: string) => screen.findByRole("button", { name }).then((button) => userEvent.click(button));

beforeEach(() => {
  for (const answer of Object.values(answers)) answer.mockReset();
  answers["user.secondFactor"].mockReturnValue(off);
  answers["user.startSecondFactor"].mockReturnValue({ secret: "ABCDEFGH", qr: { size: 21, path: "M0 0h1v1h-1z" } });
});

describe("setting a second factor up", () => {
  it("goes from the password over picture and text to the recovery codes, shown once", async () => {
    answers["user.confirmSecondFactor"]
      .mockImplementationOnce(() => {
        throw new Refusal("SECOND_FACTOR_REQUIRED", "That code does not fit.", "code");
      })
      .mockReturnValueOnce({ recoveryCodes: codes });
    renderWithApi(<SecondFactor />, answers);
    await press("Set up an authenticator app");
    await userEvent.type(screen.getByLabelText("Your password"), "paper-elephant-9{Enter}");
    expect(await screen.findByRole("img", { name: /authenticator app scans/ })).toBeVisible();
    expect(screen.getByText("ABCD EFGH")).toBeVisible();
    const code = screen.getByLabelText("The six digits it shows");
    await userEvent.type(code, "000000{Enter}");
    expect(await screen.findByText("That code does not fit.")).toBeVisible();
    answers["user.secondFactor"].mockReturnValue(on);
    await userEvent.clear(code);
    await userEvent.type(code, "123456{Enter}");
    const list = await screen.findByRole("list", { name: "Recovery codes" });
    expect(within(list).getAllByRole("listitem").map((item) => item.textContent)).toEqual(codes);
    await press("I have them");
    expect(await screen.findByText(/8 recovery codes are left/)).toBeVisible();
    expect(screen.queryByText(codes[0]!)).toBeNull();
  });

  it("says where an account's rights wait for it", async () => {
    answers["user.secondFactor"].mockReturnValue({ ...off, asked: true });
    renderWithApi(<SecondFactor />, answers);
    expect(await screen.findByText("Your account needs one")).toBeVisible();
  });
});

describe("a second factor that is on", () => {
  it("is taken off by password and code", async () => {
    answers["user.secondFactor"].mockReturnValue(on);
    answers["user.removeSecondFactor"].mockReturnValue({ removed: true });
    renderWithApi(<SecondFactor />, answers);
    await press("Take it off");
    const dialog = within(screen.getByRole("dialog"));
    await userEvent.type(dialog.getByLabelText("Your password"), "paper-elephant-9");
    answers["user.secondFactor"].mockReturnValue(off);
    await userEvent.type(dialog.getByLabelText(/^Code of your app/), "123456{Enter}");
    expect(await screen.findByRole("button", { name: "Set up an authenticator app" })).toBeVisible();
    expect(answers["user.removeSecondFactor"]).toHaveBeenCalledWith({ password: "paper-elephant-9", code: "123456" });
  });

  it("gives new recovery codes for a code, and asks for them when few are left", async () => {
    answers["user.secondFactor"].mockReturnValue({ ...on, recoveryCodesLeft: 1 });
    answers["user.renewRecoveryCodes"].mockReturnValue({ recoveryCodes: codes });
    renderWithApi(<SecondFactor />, answers);
    expect(await screen.findByText(/Make new recovery codes while/)).toBeVisible();
    await press("New recovery codes");
    await userEvent.type(screen.getByLabelText("Code of your app"), "123456{Enter}");
    await waitFor(() => expect(screen.getByText(codes[1]!)).toBeVisible());
  });
});
