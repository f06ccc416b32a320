import type { LayoutSection } from "./seat-index";

const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

/**
 * The seat that an arrow key, Home or End leads to from `seatId` within a section, or null for other keys.
 * Up and down keep to the seat that is nearest sideways; Ctrl with Home and End reach the section's corners.
 */
export function seatInDirection(section: LayoutSection, seatId: string, key: string, ctrl = false): string | null {
  if (!keys.includes(key)) return null;
  const rows = section.rows.filter((row) => row.seats.length > 0);
  const r = rows.findIndex((row) => row.seats.some((seat) => seat.id === seatId));
  const row = rows[r];
  if (!row) return null;
  const s = row.seats.findIndex((seat) => seat.id === seatId);

  if (key === "Home") return (ctrl ? rows[0] : row)?.seats[0]?.id ?? null;
  if (key === "End") return (ctrl ? rows.at(-1) : row)?.seats.at(-1)?.id ?? null;
  if (key === "ArrowLeft") return row.seats[Math.max(0, s - 1)]?.id ?? null;
  if (key === "ArrowRight") return row.seats[Math.min(row.seats.length - 1, s + 1)]?.id ?? null;

  const target = rows[r + (key === "ArrowUp" ? -1 : 1)];
  const x = row.seats[s]?.x ?? 0;
  const nearest = target?.seats.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];
  return nearest?.id ?? seatId;
}
