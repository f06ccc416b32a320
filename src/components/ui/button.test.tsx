import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import Link from "next/link";
import { expect, it, vi } from "vitest";
import { Button } from "./button";

it("keeps its name and its label's room while it works, and refuses clicks", async () => {
  const onClick = vi.fn();
  const { rerender } = render(<Button onClick={onClick}>Hold 3 seats</Button>);
  await userEvent.click(screen.getByRole("button", { name: "Hold 3 seats" }));
  expect(onClick).toHaveBeenCalledTimes(1);

  rerender(
    <Button loading onClick={onClick}>
      Hold 3 seats
    </Button>,
  );
  const button = screen.getByRole("button", { name: "Hold 3 seats" });
  // Not disabled: whoever pressed it keeps the focus.
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute("aria-busy", "true");
  expect(screen.getByText("Hold 3 seats")).toBeInTheDocument();
  await userEvent.click(button);
  expect(onClick).toHaveBeenCalledTimes(1);
});

it("does not submit a form unless told to", async () => {
  const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());
  render(
    <form onSubmit={onSubmit}>
      <Button>Clear</Button>
      <Button type="submit">Save</Button>
    </form>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Clear" }));
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

it("lends its looks to a link", () => {
  render(
    <Button asChild>
      <Link href="/events">See what&apos;s on</Link>
    </Button>,
  );
  expect(screen.getByRole("link", { name: "See what's on" })).toHaveAttribute("href", "/events");
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});
