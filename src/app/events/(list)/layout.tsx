import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

/** Below it, filters live in the address. */
export default function EventsLayout({ children }: { children: ReactNode }) {
  return <NuqsAdapter>{children}</NuqsAdapter>;
}
