import { Accessibility, Eraser, EyeOff, Hand, Lasso, MousePointer2, UserRound, type LucideIcon } from "lucide-react";
import { seatFlags } from "~/domain/seating/flags";

export type Tool = "select" | "lasso" | "pan" | "accessible" | "companion" | "restrictedView" | "missing";

/** What the pointer does; a brush paints its flag on seats it passes over, or takes it off where the first one has it. */
export const tools: readonly { tool: Tool; label: string; icon: LucideIcon; bit?: number }[] = [
  { tool: "select", label: "Choose and move", icon: MousePointer2 },
  { tool: "lasso", label: "Draw round seats", icon: Lasso },
  { tool: "pan", label: "Move the map", icon: Hand },
  { tool: "accessible", label: "Brush: wheelchair place", icon: Accessibility, bit: seatFlags.accessible },
  { tool: "companion", label: "Brush: companion seat", icon: UserRound, bit: seatFlags.companion },
  { tool: "restrictedView", label: "Brush: restricted view", icon: EyeOff, bit: seatFlags.restrictedView },
  { tool: "missing", label: "Brush: take seats out", icon: Eraser },
];
