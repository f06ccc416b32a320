import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderWithApi } from "~/test/harness/with-api";
import { InvoiceLinks } from "./invoice-links";

const invoice = { id: "i1", kind: "INVOICE", number: "AISL/2627/000001", issuedAt: new Date(), totalPaise: 118_000, href: "/api/invoices/i1/pdf" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it("looks again until the invoice is there, and no more then", async () => {
  let looks = 0;
  renderWithApi(<InvoiceLinks bookingId="b1" />, { "invoice.list": () => (++looks < 3 ? [] : [invoice]) });
  await pass(1);
  expect(screen.getByText(/^The invoice comes once the bank has handed the money over/)).toBeInTheDocument();
  await pass(2_100);
  await pass(4_100);
  expect(screen.getByRole("link", { name: "Invoice AISL/2627/000001 ₹1,180 PDF" })).toHaveAttribute("href", invoice.href);
  await pass(600_000);
  expect(looks).toBe(3);
});

it("gives up after some minutes where no money comes", async () => {
  let looks = 0;
  renderWithApi(<InvoiceLinks bookingId="b1" />, { "invoice.list": () => (looks++, []) });
  await pass(1);
  for (let minute = 0; minute < 10; minute++) await pass(60_000);
  expect(looks).toBe(13);
});
