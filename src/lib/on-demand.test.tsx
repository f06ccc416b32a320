import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { OnDemand } from "./on-demand";

const Inside = ({ name, defaultOpen }: { name: string; defaultOpen: boolean }) => (
  <p>
    {name} {defaultOpen ? "open" : "shut"}
  </p>
);
const show = (load: () => Promise<typeof Inside>) =>
  render(
    <OnDemand load={load} props={{ name: "Menu" }} popup="menu">
      {(opener) => <button {...opener}>Menu</button>}
    </OnDemand>,
  );

it("loads its inside when somebody reaches for it, and opens it on a press", async () => {
  const load = vi.fn(async () => Inside);
  show(load);
  expect(load).not.toHaveBeenCalled();
  expect(screen.getByRole("button", { name: "Menu" })).toHaveAttribute("aria-expanded", "false");
  await userEvent.hover(screen.getByRole("button"));
  expect(load).toHaveBeenCalledOnce();
  expect(screen.queryByText("Menu open")).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button"));
  expect(await screen.findByText("Menu open")).toBeVisible();
});

it("stays shut where it cannot be loaded, and tries again at the next press", async () => {
  const load = vi.fn(async () => Inside);
  load.mockRejectedValue(new Error("offline"));
  show(load);
  await userEvent.click(screen.getByRole("button"));
  expect(screen.getByRole("button")).toBeVisible();
  load.mockResolvedValue(Inside);
  await userEvent.click(screen.getByRole("button"));
  expect(await screen.findByText("Menu open")).toBeVisible();
});
