import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { requireOrganizer } from "~/server/http/page-guards";
import { orNotFound } from "~/trpc/or-not-found";
import { api } from "~/trpc/server";

/** Only its own organizer, who sells for them, and admins come past here; another's draft is not even there. */
export default async function EventLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  await requireOrganizer(`/organizer/events/${id}`, "SELLER");
  const { managed } = await orNotFound(api.event.byId({ id }));
  if (!managed) forbidden();
  return children;
}
