import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Container } from "~/components/container";
import { PageHeader } from "~/components/page-header";
import { TicketIndex } from "~/features/tickets/ticket-index";
import { loginPath } from "~/lib/local-path";
import { currentUser } from "~/server/auth";
import { api } from "~/trpc/server";

export const metadata: Metadata = { title: "Your tickets", robots: { index: false }, manifest: "/tickets/app.webmanifest" };

/** The evenings to come that one has tickets for; with their pages it is kept for where there is no network. */
export default async function TicketsIndexPage() {
  if (!(await currentUser())) redirect(loginPath("/tickets"));
  const { items } = await api.booking.list({ when: "upcoming", page: 1, limit: 50 });
  return (
    <Container className="pb-16">
      <PageHeader title="Your tickets" description="Kept on this device: they open at the door without network." />
      <TicketIndex bookings={items.filter(({ status }) => status === "CONFIRMED")} />
    </Container>
  );
}
