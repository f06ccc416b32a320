import type { ReactNode } from "react";
import { readEvent } from "./event";

/** Above the loading state, so that an unknown event is answered with a true 404. */
export default async function BookingLayout({
  params,
  children,
}: {
  params: Promise<{ eventId: string }>;
  children: ReactNode;
}) {
  await readEvent((await params).eventId);
  return children;
}
