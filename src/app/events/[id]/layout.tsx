import type { ReactNode } from "react";
import { readEvent } from "./event";

/**
 * Decides whether there is such an event before anything is sent: below the loading skeleton it would be too late
 * for a real 404.
 */
export default async function EventLayout({
  params,
  children,
}: {
  params: Promise<{ id: string }>;
  children: ReactNode;
}) {
  await readEvent((await params).id);
  return children;
}
