import type { ReactNode } from "react";
import { requireOrganizer } from "~/server/http/page-guards";

/** Asks who comes before the skeleton is shown. */
export default async function Layout({ children }: { children: ReactNode }) {
  await requireOrganizer("/organizer/settlement");
  return children;
}
