import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";
import { buildLayout, evenPrices } from "~/domain/seating/seat-layout";
import type { SeatStatus } from "~/domain/seating/seat-state";
import { BestSeats } from "./best-seats";
import { indexLayout } from "./seat-index";

const row = (label: string, y: number, flags: number[]) => ({ label, seats: flags.map((flag, i) => ({ label: String(i + 1), x: i * SEAT_PITCH, y, flags: flag })) });
const index = indexLayout(
  buildLayout({
    planHash: "h",
    serial: 1,
    prices: evenPrices([["dear", 100_000], ["cheap", 50_000]]),
    content: {
      size: { width: 200, height: 200 },
      decorations: [],
      sections: [
        { id: "dear", name: "Stalls", rows: [row("A", 10, [0, 0, 0, 0]), row("B", 40, [2, 2, 1, 2])] },
        { id: "cheap", name: "Balcony", rows: [row("C", 90, [0, 0, 0])] },
      ],
    } as never,
  }),
);
const idOf = (section: number, at: number, seat: number) => index.layout.sections[section]!.rows[at]!.seats[seat]!.id;

const open = async ({ most = 6, busy = false, taken = [] as string[] } = {}) => {
  const onHold = vi.fn<(seatIds: string[]) => void>();
  const statusOf = (seat: { ordinal: number }): SeatStatus =>
    taken.some((id) => index.byId.get(id)!.seat.ordinal === seat.ordinal) ? "BOOKED" : "AVAILABLE";
  const availability = { etag: "e", planHash: "h", bytes: new Uint8Array(), statusOf };
  render(<BestSeats index={index} availability={availability} mine={[]} most={most} busy={busy} onHold={onHold} />);
  const user = userEvent.setup();
  const trigger = screen.getByRole("button", { name: "Best available" });
  await user.click(trigger);
  if (most > 0) await screen.findByText("How many, side by side?");
  return { user, onHold, trigger };
};

const proposal = () => screen.getByRole("status");

describe("best available", () => {
  it("shows what it found and what it costs all-in before it holds anything", async () => {
    const { user, onHold } = await open();
    expect(proposal()).toHaveTextContent(/^Stalls, A\d and A\d₹2,360 for 2 seats, GST included$/);
    await user.click(screen.getByRole("button", { name: "3 seats" }));
    expect(proposal()).toHaveTextContent(/₹[\d,]+ for 3 seats, GST included$/);
    expect(onHold).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Hold 3 seats" }));
    expect(onHold).toHaveBeenCalledTimes(1);
    expect(onHold.mock.calls[0]![0]).toHaveLength(3);
    expect(screen.queryByRole("button", { name: "Hold 3 seats" })).not.toBeInTheDocument();
  });

  it("takes the number by arrow keys, one stop of the Tab key", async () => {
    const { user, onHold } = await open();
    screen.getByRole("button", { name: "2 seats" }).focus();
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("button", { name: "3 seats" })).toHaveFocus();
    expect(proposal()).toHaveTextContent(/for 3 seats/);
    await user.keyboard("{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    expect(screen.getByRole("button", { name: "1 seat" })).toHaveAttribute("aria-pressed", "true");
    await user.tab();
    expect(screen.getByRole("combobox", { name: "Price of a seat" })).toHaveFocus();
    expect(onHold).not.toHaveBeenCalled();
  });

  it("keeps to a price and to a section, and says where there are none", async () => {
    const { user } = await open();
    await user.selectOptions(screen.getByRole("combobox", { name: "Price of a seat" }), "Up to ₹590 a seat");
    expect(proposal()).toHaveTextContent(/^Balcony, .*₹1,180 for 2 seats/);
    await user.selectOptions(screen.getByRole("combobox", { name: "Section" }), "Stalls");
    expect(proposal()).toHaveTextContent("No 2 seats together are free.");
    expect(screen.getByRole("button", { name: "Hold 2 seats" })).toBeDisabled();
  });

  it("finds a wheelchair space with its companion, never companions alone", async () => {
    const { user, onHold } = await open();
    await user.selectOptions(screen.getByRole("combobox", { name: "Wheelchair" }), "Wheelchair space with companion");
    expect(screen.getByRole("button", { name: "1 seat" })).toBeDisabled();
    expect(proposal()).toHaveTextContent(/B3 \(wheelchair space\)/);
    expect(proposal()).toHaveTextContent(/B[24] \(companion\)/);
    await user.click(screen.getByRole("button", { name: "Hold 2 seats" }));
    expect(onHold.mock.calls[0]![0]).toContain(idOf(0, 1, 2));
  });

  it("shows others when asked, and none that are taken", async () => {
    const { user } = await open({ taken: [idOf(0, 0, 0)] });
    const first = proposal().textContent;
    expect(first).not.toContain("A1");
    await user.click(screen.getByRole("button", { name: "Others" }));
    expect(proposal().textContent).not.toBe(first);
  });

  it("offers no more than the buyer may still have, and nothing where there is no room", async () => {
    const { user } = await open({ most: 1 });
    expect(screen.getByRole("button", { name: "2 seats" })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "2 seats" }));
    expect(screen.getByRole("button", { name: "Hold 1 seat" })).toBeEnabled();
  });

  it("cannot be opened where there is no room", async () => {
    const { trigger } = await open({ most: 0 });
    expect(trigger).toBeDisabled();
    expect(screen.queryByText("How many, side by side?")).not.toBeInTheDocument();
  });
});
