import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Container } from "~/components/container";
import { PageHeader } from "~/components/page-header";
import { Button } from "~/components/ui/button";
import { NotificationList } from "~/features/notifications/notification-list";
import { loginPath } from "~/lib/local-path";
import { currentUser } from "~/server/auth";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Messages", robots: { index: false } };

/** What the shop told its reader. */
export default async function NotificationsPage({ searchParams }: { searchParams: Promise<{ page?: string }> }) {
  if (!(await currentUser())) redirect(loginPath("/notifications"));
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number((await searchParams).page)) || 1));
  await api.notification.list.prefetch({ page, limit: 20, unreadOnly: false });
  return (
    <HydrateClient>
      <Container className="pb-24">
        <div className="max-w-3xl">
          <PageHeader
            title="Messages"
            actions={
              <Button asChild variant="secondary" size="sm">
                <Link href="/profile#messages">Choose what you get</Link>
              </Button>
            }
          />
          <NotificationList page={page} />
        </div>
      </Container>
    </HydrateClient>
  );
}
