"use client";

import { useState, type ComponentType, type ReactNode } from "react";

/** What a control carries until its inside is there. */
export type Opener = {
  onPointerEnter: () => void;
  onFocus: () => void;
  onClick: () => void;
  "aria-haspopup": "menu" | "dialog";
  "aria-expanded": false;
};

/**
 * A control whose inside (menu, popover, sheet) is loaded when somebody reaches for it: pages stay light for all who
 * never do. `children` draws the control as it is until then; what `load` gives takes its place, open.
 */
export function OnDemand<P extends object>({
  load,
  props,
  popup,
  children,
}: {
  load: () => Promise<ComponentType<P & { defaultOpen: boolean }>>;
  props: P;
  popup: "menu" | "dialog";
  children: (opener: Opener) => ReactNode;
}) {
  const [Inside, setInside] = useState<ComponentType<P & { defaultOpen: boolean }> | null>(null);
  if (Inside) return <Inside {...props} defaultOpen />;
  // Offline the control stays shut, and the next press tries again.
  const ahead = () => void load().catch(() => undefined);
  const open = () =>
    void load().then(
      (part) => setInside(() => part),
      () => undefined,
    );
  return children({
    onPointerEnter: ahead,
    onFocus: ahead,
    onClick: open,
    "aria-haspopup": popup,
    "aria-expanded": false,
  });
}
