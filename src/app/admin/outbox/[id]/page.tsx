import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { OutboxMail } from "~/features/outbox/outbox-mail";
import { requireAdmin } from "~/server/http/page-guards";
import { orNotFound } from "~/trpc/or-not-found";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Mail" };

/** One mail, as it looks to who gets it. */
export default async function OutboxMailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await requireAdmin(`/admin/outbox/${id}`);
  const { subject } = await orNotFound(api.admin.outboxMessage({ id }));
  await api.admin.outboxMessage.prefetch({ id });
  return (
    <HydrateClient>
      <PageHeader title={subject} breadcrumbs={[{ label: "Outbox", href: "/admin/outbox" }, { label: "Mail" }]} />
      <OutboxMail id={id} />
    </HydrateClient>
  );
}
