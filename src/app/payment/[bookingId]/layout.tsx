import type { ReactNode } from "react";
import { readOwnBooking } from "./booking";

/** Above the loading state, so that strangers and slips of the finger get a true redirect or 404. */
export default async function PaymentLayout({
  params,
  children,
}: {
  params: Promise<{ bookingId: string }>;
  children: ReactNode;
}) {
  await readOwnBooking((await params).bookingId);
  return children;
}
