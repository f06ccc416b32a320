import { redirect } from "next/navigation";
import { cache } from "react";
import { loginPath } from "~/lib/local-path";
import { currentUser } from "~/server/auth";
import { orNotFound } from "~/trpc/or-not-found";
import { api } from "~/trpc/server";

/** The owner and their booking, read once a request. Strangers get a 404; who is not signed in is asked to. */
export const readOwnBooking = cache(async (bookingId: string) => {
  const user = await currentUser();
  if (!user) redirect(loginPath(`/payment/${bookingId}`));
  return { user, booking: await orNotFound(api.booking.byId({ bookingId })) };
});
