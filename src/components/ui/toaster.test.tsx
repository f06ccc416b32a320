import { act, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Toaster } from "./toaster";

const inside = vi.hoisted(() => ({ loaded: vi.fn() }));
vi.mock("./toasts", async (original) => {
  inside.loaded();
  return original();
});

it("stays away until somebody acts on a page that can say a toast, and shows what was said before it came", async () => {
  render(<Toaster />);
  await act(async () => undefined);
  expect(inside.loaded).not.toHaveBeenCalled();
  expect(screen.queryByRole("region", { name: /notifications/i })).not.toBeInTheDocument();

  const { toast } = await import("~/lib/toast");
  await act(async () => undefined);
  expect(inside.loaded).not.toHaveBeenCalled();
  act(() => void window.dispatchEvent(new Event("pointerdown")));
  expect(await screen.findByRole("region", { name: /notifications/i })).toBeInTheDocument();
  act(() => toast.success("Saved.", { description: "Until the next time." }));
  expect(await screen.findByText("Saved.")).toBeInTheDocument();
  expect(screen.getByText("Until the next time.")).toBeInTheDocument();
  act(() => toast.error("That did not work."));
  expect(await screen.findByText("That did not work.")).toBeInTheDocument();
});

it("keeps what is said while its place is not there", async () => {
  const { toast } = await import("~/lib/toast");
  toast.error("We could not reach Aisle.");
  render(<Toaster />);
  expect(await screen.findByText("We could not reach Aisle.")).toBeInTheDocument();
});
