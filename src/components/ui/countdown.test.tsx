import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { announcementFor, Countdown } from "./countdown";

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime("2026-12-01T10:00:00Z");
});
afterEach(() => vi.useRealTimers());

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minute);
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

describe("Countdown", () => {
  it("shows minutes and seconds and turns to warning at two minutes", () => {
    render(<Countdown until={inMinutes(10)} label="Time to pay" />);
    const timer = screen.getByRole("timer", { name: "Time to pay" });
    expect(timer).toHaveTextContent("10:00");
    pass(59_000);
    expect(timer).toHaveTextContent("09:01");
    expect(timer).not.toHaveAttribute("data-warning");
    pass(7 * minute + 1_000);
    expect(timer).toHaveTextContent("02:00");
    expect(timer).toHaveAttribute("data-warning");
  });

  it("speaks at five, two and one minute and at the end, and is quiet between", () => {
    const { container } = render(<Countdown until={inMinutes(6)} label="Time to pay" />);
    const voice = container.querySelector("[aria-live=polite]")!;
    expect(voice).toBeEmptyDOMElement();
    pass(minute);
    expect(voice).toHaveTextContent("5 minutes left");
    pass(3 * minute);
    expect(voice).toHaveTextContent("2 minutes left");
    pass(minute);
    expect(voice).toHaveTextContent("1 minute left");
    pass(minute);
    expect(voice).toHaveTextContent("Time is up");
  });

  it("calls onExpire once, and again only for a new end", () => {
    const onExpire = vi.fn();
    const { rerender } = render(<Countdown until={inMinutes(1)} label="Time to pay" onExpire={onExpire} />);
    pass(5 * minute);
    expect(onExpire).toHaveBeenCalledTimes(1);
    expect(screen.getByRole("timer")).toHaveTextContent("00:00");
    rerender(<Countdown until={inMinutes(10)} label="Time to pay" onExpire={onExpire} />);
    expect(screen.getByRole("timer")).toHaveTextContent("10:00");
    pass(10 * minute);
    expect(onExpire).toHaveBeenCalledTimes(2);
  });

  it("goes by the server's clock where this device's is off", () => {
    render(<Countdown until={inMinutes(10)} clockOffsetMs={3 * minute} label="Time to pay" />);
    expect(screen.getByRole("timer")).toHaveTextContent("07:00");
  });
});

it("announces the nearest mark when a sleeping tab wakes up past several", () => {
  expect(announcementFor(9 * minute, 90_000)).toBe("2 minutes left");
  expect(announcementFor(9 * minute, 8 * minute)).toBe("");
  expect(announcementFor(9 * minute, 0)).toBe("Time is up");
  expect(announcementFor(0, 0)).toBe("");
});
