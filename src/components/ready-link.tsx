"use client";

import Link from "next/link";
import { useState, type ComponentProps } from "react";

/**
 * A link whose page is fetched when somebody reaches for it, not when it comes into sight: what stands on every page
 * must not make every page load the others.
 */
export function ReadyLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  const [reached, setReached] = useState(false);
  const reach = () => setReached(true);
  return (
    <Link
      {...props}
      prefetch={reached ? null : false}
      onPointerEnter={reach}
      onTouchStart={reach}
      onFocus={reach}
    />
  );
}
