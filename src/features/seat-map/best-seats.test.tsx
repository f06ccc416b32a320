import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { BestSeats } from "./best-seats";

const open = async (props: { most: number; busy?: boolean }) => {
  const onHold = vi.fn<(count: number) => void>();
  render(<BestSeats busy={false} onHold={onHold} {...props} />);
  const user = userEvent.setup();
  const trigger = screen.getByRole("button", { name: "Best available" });
  await user.click(trigger);
  if (props.most > 0) await screen.findByText("How many, side by side?");
  return { user, onHold, trigger };
};

describe("best available", () => {
  it("offers one to six, and holds as many as are pressed", async () => {
    const { user, onHold } = await open({ most: 6 });
    const counts = screen.getAllByRole("button", { name: /^Hold \d seats?$/ });
    expect(counts.map((button) => button.textContent)).toEqual(["1", "2", "3", "4", "5", "6"]);
    await user.click(screen.getByRole("button", { name: "Hold 4 seats" }));
    expect(onHold.mock.calls).toEqual([[4]]);
    expect(screen.queryByRole("button", { name: "Hold 4 seats" })).not.toBeInTheDocument();
  });

  it("offers no more than the buyer may still have", async () => {
    const { user, onHold } = await open({ most: 2 });
    expect(screen.getByRole("button", { name: "Hold 2 seats" })).toBeEnabled();
    expect(screen.getByRole("button", { name: "Hold 3 seats" })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "Hold 3 seats" }));
    expect(onHold).not.toHaveBeenCalled();
  });

  it("cannot be opened where there is no room, or while it is at work", async () => {
    const { trigger } = await open({ most: 0 });
    expect(trigger).toBeDisabled();
    expect(screen.queryByText("How many, side by side?")).not.toBeInTheDocument();
  });
});
