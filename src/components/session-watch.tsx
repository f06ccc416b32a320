"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { watchSession } from "~/lib/session-mark";

/** Keeps a page from showing somebody who is not signed in any more, or nobody where somebody is. Draws nothing. */
export function SessionWatch() {
  const router = useRouter();
  useEffect(
    () =>
      watchSession({
        onOther: () => router.refresh(),
        onStale: () => {
          // Not for a moment: the page may show what was another's.
          document.documentElement.hidden = true;
          window.location.reload();
        },
      }),
    [router],
  );
  return null;
}
