import type { ReactNode } from "react";
import { orNotFound } from "~/trpc/or-not-found";
import { api } from "~/trpc/server";

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
  const { id } = await params;
  await orNotFound(api.event.posterFacts({ id }));
  return children;
}
