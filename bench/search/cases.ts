import type { ListEventsInput } from "~/schemas/event";
import { searched } from "./fixture";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
/** One letter another: a wrong one in the middle. */
const mistyped = (word: string) => `${word.slice(0, 3)}x${word.slice(4)}`;
/** Two letters changed places. */
const swapped = (word: string) => word.slice(0, 1) + word[2] + word[1] + word.slice(3);

/** What is asked of the list, the n-th time. */
export const cases: Record<string, (n: number) => ListEventsInput> = {
  "the first page": () => ({}),
  "a page far behind": (n) => ({ page: 200 + (n % 500) }),
  "a category in a city": (n) => ({ category: "CONCERT", city: searched.city(n) }),
  "three days": (n) => ({ dateFrom: inDays(n % 90), dateTo: inDays((n % 90) + 3) }),
  "a price range": (n) => ({ minAllInPaise: 50_000 + n * 100, maxAllInPaise: 150_000 + n * 100 }),
  "cheapest first": (n) => ({ sort: "price", page: 1 + (n % 5) }),
  "most booked first": (n) => ({ sort: "popular", page: 1 + (n % 5) }),
  "an artist": (n) => ({ search: searched.artist(n) }),
  "a word of many titles": (n) => ({ search: searched.thing(n) }),
  "a city as a word": (n) => ({ search: searched.city(n) }),
  "a word and a city": (n) => ({ search: `${searched.thing(n)} ${searched.city(n)}` }),
  "the first three letters": (n) => ({ search: searched.artist(n).slice(0, 3) }),
  "the inside of a word": (n) => ({ search: searched.artist(n).slice(1, 5) }),
  "a typing error": (n) => ({ search: mistyped(searched.artist(n)) }),
  "two typing errors": (n) => ({ search: `${swapped(searched.thing(n))} ${swapped(searched.city(n))}` }),
  "nothing like it": (n) => ({ search: `xyzzy${n}` }),
  "everything at once": (n) => ({
    search: searched.thing(n),
    city: searched.city(n * 6),
    category: "CONCERT",
    dateFrom: inDays(1),
    dateTo: inDays(120),
    maxAllInPaise: 600_000,
    sort: "price",
  }),
};
