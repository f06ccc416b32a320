import type { Metadata } from "next";
import { TRPCError } from "@trpc/server";
import { redirect } from "next/navigation";
import { Container } from "~/components/container";
import { DoorTickets } from "~/features/tickets/door-tickets";
import { loginPath } from "~/lib/local-path";
import { currentUser } from "~/server/auth";
import { orNotFound } from "~/trpc/or-not-found";
import { api } from "~/trpc/server";
import { NoTickets } from "./no-tickets";

export const metadata: Metadata = { title: "Your tickets", robots: { index: false }, manifest: "/tickets/app.webmanifest" };

/** A booking's tickets, to its buyer; to everyone else there is no such page. */
export default async function TicketsPage({ params }: { params: Promise<{ bookingId: string }> }) {
  const { bookingId } = await params;
  if (!(await currentUser())) redirect(loginPath(`/tickets/${bookingId}`));
  const booking = await orNotFound(
    api.ticket.list({ bookingId }).catch((error: unknown) => {
      if (error instanceof TRPCError && error.code !== "NOT_FOUND" && error.code !== "INTERNAL_SERVER_ERROR") return null;
      throw error;
    }),
  );
  return <Container>{booking ? <DoorTickets booking={booking} /> : <NoTickets bookingId={bookingId} />}</Container>;
}
