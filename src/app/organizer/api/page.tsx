import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "~/components/page-header";
import { Button } from "~/components/ui/button";
import { KeyList } from "~/features/api-access/key-list";
import { WebhookList } from "~/features/api-access/webhook-list";
import { requireOrganizer } from "~/server/http/page-guards";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "API and webhooks" };

export default async function ApiAccessPage() {
  await requireOrganizer("/organizer/api", "OWNER");
  await Promise.all([api.apiKey.list.prefetch(), api.webhook.list.prefetch()]);
  return (
    <HydrateClient>
      <PageHeader
        title="API and webhooks"
        actions={
          <Button asChild variant="secondary">
            <Link href="/docs/api">Read the documentation</Link>
          </Button>
        }
      />
      <KeyList />
      <WebhookList />
    </HydrateClient>
  );
}
