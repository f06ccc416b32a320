"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { refusalOf } from "~/lib/api-error";
import { api } from "~/trpc/react";
import { arrival } from "./arrival";

type Standing = { seatIds: string[]; openSeatIds: string[]; bookingId: string | null };

/**
 * From held seats to the payment page: back to the booking that waits, or a new one of all that is held. Sent
 * twice it makes one booking. `error` is the sentence for the buyer.
 */
export function useGoToPayment({
  eventId,
  onLeave,
  onRefused,
}: {
  eventId: string;
  /** The seats are a booking's from now on. */
  onLeave: () => void;
  onRefused: (code: string) => void;
}) {
  const router = useRouter();
  const utils = api.useUtils();
  const [error, setError] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const create = api.booking.create.useMutation();
  // Two clicks may come before anything is drawn anew.
  const busy = useRef(false);

  async function go(standing: Standing): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setError(null);
    if (standing.bookingId && standing.openSeatIds.length === 0) {
      setLeaving(true);
      arrival.expect(standing.bookingId);
      router.push(`/payment/${standing.bookingId}`);
      return;
    }
    try {
      const { bookingId } = await create.mutateAsync({ eventId, seatIds: standing.seatIds });
      setLeaving(true);
      onLeave();
      void utils.seatLock.status.invalidate({ eventId });
      arrival.expect(bookingId);
      router.push(`/payment/${bookingId}`);
    } catch (failure) {
      const refusal = refusalOf(failure);
      busy.current = false;
      if (refusal.code !== "UNAUTHORIZED") setError(refusal.message);
      onRefused(refusal.code);
    }
  }

  return { go, error, busy: leaving || create.isPending };
}
