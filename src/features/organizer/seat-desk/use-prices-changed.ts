import { api } from "~/trpc/react";

/** After seats were priced or blocked: everything that shows them is read again. */
export function usePricesChanged(eventId: string) {
  const utils = api.useUtils();
  return () =>
    Promise.all([
      utils.pricing.list.invalidate({ eventId }),
      utils.event.seatAvailability.invalidate({ eventId }),
      utils.event.seatLayout.invalidate({ eventId }),
      utils.event.byId.invalidate({ id: eventId }),
      utils.event.publishChecklist.invalidate({ id: eventId }),
    ]);
}
