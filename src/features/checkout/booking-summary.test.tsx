import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { quote } from "~/domain/pricing";
import { BookingSummary } from "./booking-summary";

const line = (seatId: string, section: string, row: string, seat: string, pricePaise: number) => ({
  seatId,
  sectionId: section,
  section,
  row,
  seat,
  pricePaise,
});
const lines = [
  line("1", "Stalls", "C", "12", 150_000),
  line("2", "Stalls", "C", "13", 150_000),
  line("3", "Balcony", "A", "1", 75_050),
];

/** "GST 18%" and so on, with what stands beside it. */
const amount = (label: RegExp) => screen.getByText(label).closest("div") as HTMLElement;

describe("BookingSummary", () => {
  it("groups seats by section at the prices of the map, which add up to the total, GST named once", () => {
    render(<BookingSummary order={quote(lines)} />);
    const [stalls, balcony] = within(screen.getByRole("list", { name: "Your seats" })).getAllByText(/Stalls|Balcony/);
    expect(stalls?.parentElement).toHaveTextContent("Stalls₹3,540");
    expect(balcony?.parentElement).toHaveTextContent("Balcony₹885.59");
    expect(amount(/^GST 18%/)).toHaveTextContent("₹675.09");
    expect(amount(/^Total/)).toHaveTextContent("₹4,425.59");
    expect(screen.getAllByText(/GST/)).toHaveLength(1);
    expect(screen.queryByText(/Coupon|Discount/)).not.toBeInTheDocument();
  });

  it("names the coupon, and what it takes off with the tax on it", () => {
    const coupon = { type: "PERCENTAGE" as const, value: 1_000, maxDiscountPaise: null };
    render(<BookingSummary order={{ ...quote(lines, coupon), couponCode: "ENCORE10" }} />);
    expect(amount(/^Coupon ENCORE10/)).toHaveTextContent("−₹442.56");
    expect(amount(/^GST 18%/)).toHaveTextContent("₹607.58");
    expect(amount(/^Total/)).toHaveTextContent("₹3,983.03");
  });

  it("lets a seat go where that is asked for", async () => {
    const onRemove = vi.fn();
    render(<BookingSummary order={quote(lines)} onRemove={onRemove} />);
    await userEvent.click(screen.getByRole("button", { name: "Let go of C13" }));
    expect(onRemove).toHaveBeenCalledWith("2");
  });
});
