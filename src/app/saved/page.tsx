import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Container } from "~/components/container";
import { PageHeader } from "~/components/page-header";
import { SavedList } from "~/features/saved/saved-list";
import { loginPath } from "~/lib/local-path";
import { currentUser } from "~/server/auth";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Saved events", robots: { index: false } };

export default async function SavedPage() {
  if (!(await currentUser())) redirect(loginPath("/saved"));
  await api.saved.list.prefetch();
  return (
    <HydrateClient>
      <Container>
        <PageHeader title="Saved events" />
        <SavedList />
      </Container>
    </HydrateClient>
  );
}
