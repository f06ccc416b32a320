import { SEAT_PITCH } from "~/domain/seating/plan/seating-plan";

/** What is drawn at a zoom; shares run from 0 to 1 so that things fade rather than jump. */
export type Detail = {
  /** CSS pixels from seat to seat. */
  pitch: number;
  /** Plates with a section's name, price and how full it is. */
  plates: number;
  /** Seats can be told apart, so a tap means a seat and no more its section. */
  seats: boolean;
  sectionNames: number;
  rowLabels: number;
  seatLabels: number;
};

/** Seats nearer together than this (CSS pixels) are texture: a tap goes to their section. */
export const LEAST_PITCH = 6;

/** Level of detail at a zoom of `k` CSS pixels a plan unit. A hall of one section needs no plate. */
export function detailAt(k: number, sectionCount: number): Detail {
  const pitch = k * SEAT_PITCH;
  const seats = pitch >= LEAST_PITCH;
  return {
    pitch,
    seats,
    plates: sectionCount > 1 || !seats ? 1 - ramp(pitch, LEAST_PITCH - 0.4, LEAST_PITCH) : 0,
    sectionNames: sectionCount > 1 ? ramp(pitch, LEAST_PITCH - 0.2, LEAST_PITCH + 0.4) : 0,
    rowLabels: ramp(pitch, 10, 12),
    seatLabels: ramp(pitch, 18, 21),
  };
}

function ramp(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
