"use client";

import { createContext, useContext, type ReactNode } from "react";
import { reaches, type Standing } from "~/domain/team";

const StandingContext = createContext<Standing>("OWNER");

/** What the reader is in the team they work for: the organizer's pages show what that may. */
export function StandingProvider({ standing, children }: { standing: Standing; children: ReactNode }) {
  return <StandingContext value={standing}>{children}</StandingContext>;
}

/** Whether the reader is `least` or more; the API asks again. */
export function useMay(least: Standing): boolean {
  return reaches(useContext(StandingContext), least);
}

/** Shown to who is `least` or more. */
export function For({ least, children }: { least: Standing; children: ReactNode }) {
  return useMay(least) ? children : null;
}
