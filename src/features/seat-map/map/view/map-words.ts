import { createContext, useContext } from "react";
import { code } from "../model/seat-statuses";

/** What the map calls the states of seats, and what pressing one does: buyers and organizers see the same plan. */
export type MapWords = {
  available: string;
  held: string;
  booked: string;
  mine: string;
  take: string;
  letGo: string;
  /** Whether pressing a seat of this code (model/seat-statuses) does something. */
  mayTake: (status: number) => boolean;
};

export const buyersWords: MapWords = {
  available: "Available",
  held: "Held by others",
  booked: "Sold",
  mine: "Yours",
  take: "Take this seat",
  letGo: "Let it go",
  mayTake: (status) => status === code.available,
};

const Words = createContext<MapWords>(buyersWords);
export const MapWordsProvider = Words.Provider;
export const useMapWords = () => useContext(Words);

/** The word for one seat. */
export function wordFor(words: MapWords, status: number, mine: boolean): string {
  if (mine) return words.mine;
  if (status === code.available) return words.available;
  if (status === code.held) return words.held;
  return status === code.booked ? words.booked : "Not for sale";
}
