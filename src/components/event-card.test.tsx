import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { EventCard } from "./event-card";

const event = {
  id: "e1",
  title: "Veena by Lamplight",
  startsAt: new Date("2096-12-12T14:00:00Z"),
  imageUrl: null,
  venue: { name: "Lantern Hall", city: "Mumbai", timeZone: "Asia/Kolkata" },
  fromAllInPaise: 94_400,
  saleState: "ON_SALE" as const,
  availability: "MANY" as const,
};

it("tells what, when by the venue's clock, where, and the least one pays", () => {
  const { container } = render(<EventCard event={event} />);
  expect(screen.getByRole("link", { name: "Veena by Lamplight" })).toHaveAttribute("href", "/events/e1");
  expect(container.querySelector("time")).toHaveTextContent("Wed 12 Dec 2096, 7:30 pm");
  expect(screen.getByText("Lantern Hall, Mumbai")).toBeInTheDocument();
  expect(container).toHaveTextContent("from ₹944");
  expect(container.querySelector("img")).toHaveAttribute("src", "/posters/e1/poster.svg");
});

it("speaks of few seats only where it was told so", () => {
  const { rerender } = render(<EventCard event={event} />);
  expect(screen.queryByText(/left|sold out/i)).not.toBeInTheDocument();
  rerender(<EventCard event={{ ...event, availability: "FEW" }} />);
  expect(screen.getByText("Few left")).toBeInTheDocument();
  rerender(<EventCard event={{ ...event, availability: "NONE" }} />);
  expect(screen.getByText("Sold out")).toBeInTheDocument();
  rerender(<EventCard event={{ ...event, availability: "FEW", saleState: "CANCELLED" }} />);
  expect(screen.getByText("Cancelled")).toBeInTheDocument();
  expect(screen.queryByText("Few left")).not.toBeInTheDocument();
});

it("shows the organizer's own picture where there is one", () => {
  const { container } = render(<EventCard event={{ ...event, imageUrl: "/api/uploads/veena-at-night.webp" }} />);
  expect(container.querySelector("img")).toHaveAttribute("src", "/api/uploads/veena-at-night.webp");
});
