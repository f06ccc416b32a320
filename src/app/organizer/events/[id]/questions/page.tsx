import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { QuestionList } from "~/features/questions/question-list";
import { orNotFound } from "~/trpc/or-not-found";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Questions" };

/** What people asked about one event. */
export default async function QuestionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ title, venue }] = await Promise.all([orNotFound(api.event.byId({ id })), api.question.list.prefetch({ eventId: id })]);
  return (
    <HydrateClient>
      <PageHeader
        title="Questions"
        description="Asked on the event's page. Each answer goes to the one who asked, by mail."
        breadcrumbs={[
          { label: "Dashboard", href: "/organizer/dashboard" },
          { label: title, href: `/organizer/events/${id}` },
          { label: "Questions" },
        ]}
      />
      <QuestionList eventId={id} timeZone={venue.timeZone} />
    </HydrateClient>
  );
}
