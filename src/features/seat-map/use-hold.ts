"use client";

import { clockOffsetMs } from "~/lib/server-clock";
import { api, type RouterOutputs } from "~/trpc/react";

const REFRESH_MS = 15_000;

type Status = RouterOutputs["seatLock"]["status"];

/** Everything that shows seats again: after one's own action, at once. */
export function useRefreshSeats(eventId: string) {
  const utils = api.useUtils();
  return async () => {
    await Promise.all([
      utils.seatLock.status.invalidate({ eventId }),
      utils.event.seatAvailability.invalidate({ eventId }),
    ]);
  };
}

/**
 * What the server holds for this buyer at the event, and the calls that change it. Releasing shows at once and
 * comes back where the server refuses; another tab's holds are seen when this one is looked at.
 */
export function useHold({ eventId, signedIn }: { eventId: string; signedIn: boolean }) {
  const utils = api.useUtils();
  const refresh = useRefreshSeats(eventId);
  const status = api.seatLock.status.useQuery(
    { eventId },
    { enabled: signedIn, staleTime: 0, refetchInterval: ({ state }) => (state.data ? REFRESH_MS : false) },
  );

  const hold = api.seatLock.hold.useMutation({ onSuccess: refresh });
  const extend = api.seatLock.extend.useMutation({ onSettled: refresh });
  const release = api.seatLock.release.useMutation({
    async onMutate({ seatIds }) {
      await utils.seatLock.status.cancel({ eventId });
      const before = utils.seatLock.status.getData({ eventId });
      // The time of the answer stays, or the server's clock would seem to have stood still.
      const updatedAt = status.dataUpdatedAt;
      utils.seatLock.status.setData({ eventId }, without(before, seatIds), { updatedAt });
      return { before, updatedAt };
    },
    onError(_error, _input, context) {
      utils.seatLock.status.setData({ eventId }, context?.before, { updatedAt: context?.updatedAt });
    },
    onSettled: refresh,
  });

  return {
    status,
    clockOffsetMs: clockOffsetMs(status.data?.serverNow, status.dataUpdatedAt),
    hold,
    extend,
    release,
  };
}

function without(status: Status | undefined, seatIds: readonly string[] | undefined): Status | undefined {
  if (!status) return status;
  const left = (ids: string[]) => (seatIds ? ids.filter((id) => !seatIds.includes(id)) : []);
  const remaining = left(status.seatIds);
  return remaining.length === 0
    ? null
    : { ...status, seatIds: remaining, openSeatIds: left(status.openSeatIds) };
}
