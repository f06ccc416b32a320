import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { requireOrganizer } from "~/server/http/page-guards";
import { orNotFound } from "~/trpc/or-not-found";
import { api } from "~/trpc/server";

/** One's own venue to be changed, a shared one to be looked at; another's is neither. */
export default async function VenueLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  await requireOrganizer(`/organizer/venues/${id}`);
  const venue = await orNotFound(api.venue.byId({ id }));
  if (!venue.editable && !venue.shared) forbidden();
  return children;
}
