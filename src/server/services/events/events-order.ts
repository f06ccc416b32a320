import { Prisma } from "~/generated/prisma/client";
import type { ListEventsInput } from "~/schemas/event";
import { searchWords } from "../search-words";
import { answersTo } from "./text-search";

type Order = { by: Prisma.Sql; join: Prisma.Sql };

const soonest = Prisma.sql`e."startsAt"`;
const venue = Prisma.sql`JOIN "Venue" v ON v.id = e."venueId"`;
/** The least one pays, tax included, as lists show it (domain/tax.allIn). */
const paid = Prisma.sql`e."minPricePaise" + (e."minPricePaise"::bigint * e."taxBps" + 5000) / 10000`;
/** Counted for the events that the list is about, from an index; a join would count everyone's bookings. */
const bookings = Prisma.sql`(SELECT count(*) FROM "Booking" b WHERE b."eventId" = e.id AND b.status = 'CONFIRMED')`;

/** The order of a list of events (e), and what has to be joined for it. The soonest decide a tie. */
export function eventsOrder({ sort, search }: Pick<ListEventsInput, "sort" | "search">): Order {
  const words = searchWords(search);
  const by = sort ?? "match";
  if (by === "match" && words.length > 0) return { by: Prisma.sql`${answersTo(words)} DESC, ${soonest}`, join: venue };
  if (by === "price") return { by: Prisma.sql`${paid}, ${soonest}`, join: Prisma.empty };
  if (by === "popular") return { by: Prisma.sql`${bookings} DESC, ${soonest}`, join: Prisma.empty };
  return { by: soonest, join: Prisma.empty };
}
