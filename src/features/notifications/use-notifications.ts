"use client";

import { api } from "~/trpc/react";

/** Reading and marking, the same for the bell and the page: a mark shows at once in both. */
export function useNotificationMarks() {
  const utils = api.useUtils();
  const refresh = () => utils.notification.list.invalidate();
  const one = api.notification.markRead.useMutation({ onSuccess: refresh });
  const all = api.notification.markAllRead.useMutation({ onSuccess: refresh });
  return { markRead: (id: string) => one.mutate({ id }), markAllRead: () => all.mutate(), marking: all.isPending };
}
