import type { ReactNode } from "react";
import { requireAdmin } from "~/server/http/page-guards";

/** Asks who comes before the skeleton is shown. */
export default async function Layout({ children }: { children: ReactNode }) {
  await requireAdmin("/admin/security");
  return children;
}
