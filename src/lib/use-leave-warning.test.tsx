import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { useLeaveWarning } from "./use-leave-warning";

function Page({ unsaved, onLeave }: { unsaved: boolean; onLeave: () => void }) {
  useLeaveWarning(unsaved);
  const leave = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    onLeave();
  };
  return (
    <>
      <a href="/elsewhere" onClick={leave}>
        Venues
      </a>
      <a href="#sections" onClick={leave}>
        Below
      </a>
    </>
  );
}

const unloading = () => {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

it("asks before a link takes what was typed away, and lets a reload ask", async () => {
  const user = userEvent.setup();
  const onLeave = vi.fn();
  const asked = vi.spyOn(window, "confirm").mockReturnValueOnce(false).mockReturnValueOnce(true);
  const { rerender } = render(<Page unsaved onLeave={onLeave} />);
  await user.click(screen.getByRole("link", { name: "Venues" }));
  expect([asked.mock.calls.length, onLeave.mock.calls.length, unloading()]).toEqual([1, 0, true]);
  await user.click(screen.getByRole("link", { name: "Venues" }));
  await user.click(screen.getByRole("link", { name: "Below" }));
  expect([asked.mock.calls.length, onLeave.mock.calls.length]).toEqual([2, 2]);
  rerender(<Page unsaved={false} onLeave={onLeave} />);
  await user.click(screen.getByRole("link", { name: "Venues" }));
  expect([asked.mock.calls.length, onLeave.mock.calls.length, unloading()]).toEqual([2, 3, false]);
});
