"use client";

import { useEffect, useState, type ComponentType } from "react";
import { toastQueue } from "~/lib/toast-queue";

const load = () => import("./toasts").then((module) => module.Toasts);

/** Where toasts appear, once something on the page may say one (`~/lib/toast`): others need not load it. */
export function Toaster() {
  const [Inside, setInside] = useState<ComponentType | null>(null);
  useEffect(
    () =>
      toastQueue.onWanted(
        () =>
          void load().then(
            (part) => setInside(() => part),
            // Offline: what is said waits, and the next toast tries again.
            () => undefined,
          ),
      ),
    [],
  );
  return Inside && <Inside />;
}
