"use client";

import { useRouter } from "next/navigation";
import { api } from "~/trpc/react";

/** After an event was changed: everything that shows it is read again. */
export function useEventChanged(id: string) {
  const utils = api.useUtils();
  const router = useRouter();
  return async () => {
    await Promise.all([
      utils.event.byId.invalidate({ id }),
      utils.event.publishChecklist.invalidate({ id }),
      utils.organizer.invalidate(),
      utils.payment.cancellationProgress.invalidate({ eventId: id }),
    ]);
    router.refresh();
  };
}
