import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { signOut } from "~/lib/session-client";
import { usePathname } from "next/navigation";
import { beforeEach, expect, it, vi } from "vitest";
import { Navbar } from "./navbar";

vi.mock("next/navigation", () => ({ usePathname: vi.fn() }));
vi.mock("~/lib/session-client", () => ({ signOut: vi.fn() }));

beforeEach(() => vi.mocked(usePathname).mockReturnValue("/events/e1"));

const main = () => within(screen.getByRole("navigation", { name: "Main" }));

it("offers strangers the way in, and back to where they are", () => {
  render(<Navbar user={null} />);
  expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute(
    "href",
    "/login?callbackUrl=%2Fevents%2Fe1",
  );
  expect(main().getByRole("link", { name: "Events" })).toHaveAttribute("aria-current", "page");
  expect(main().queryByRole("link", { name: "My bookings" })).not.toBeInTheDocument();
});

it("does not lead back to the sign-in page itself", () => {
  vi.mocked(usePathname).mockReturnValue("/register");
  render(<Navbar user={null} />);
  expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/login");
});

it.each([
  ["USER", ["Events", "My bookings"]],
  ["ORGANIZER", ["Events", "My bookings", "Organizer"]],
  ["ADMIN", ["Events", "My bookings", "Organizer", "Admin"]],
] as const)("shows %s their pages", (role, pages) => {
  render(<Navbar user={{ name: "Asha Rao", role }} />);
  expect(
    main()
      .getAllByRole("link")
      .map((link) => link.textContent),
  ).toEqual([...pages]);
});

it("signs out from the account menu", async () => {
  render(<Navbar user={{ name: "Asha Rao", role: "USER" }} notifications={<p>bell</p>} />);
  expect(screen.getByText("bell")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Account of Asha Rao" }));
  expect(await screen.findByRole("menuitem", { name: "Profile" })).toHaveAttribute("href", "/profile");
  await userEvent.click(screen.getByRole("menuitem", { name: "Sign out" }));
  expect(signOut).toHaveBeenCalled();
});
