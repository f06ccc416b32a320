import { Prisma } from "~/generated/prisma/client";
import type { ListEventsInput } from "~/schemas/event";
import { searchWords } from "../search-words";
import { answersTo } from "./text-search";

type Order = { by: Prisma.Sql; join: Prisma.Sql };

const soonest = Prisma.sql`e."startsAt"`;
const venue = Prisma.sql`JOIN "Venue" v ON v.id = e."venueId"`;
const bookings = Prisma.sql`
  LEFT JOIN (SELECT "eventId", count(*) AS many FROM "Booking" WHERE status = 'CONFIRMED' GROUP BY "eventId") booked ON booked."eventId" = e.id`;

/** The order of a list of events (e), and what has to be joined for it. The soonest decide a tie. */
export function eventsOrder({ sort, search }: Pick<ListEventsInput, "sort" | "search">): Order {
  const words = searchWords(search);
  const by = sort ?? "match";
  if (by === "match" && words.length > 0) return { by: Prisma.sql`${answersTo(words)} DESC, ${soonest}`, join: venue };
  if (by === "price") return { by: Prisma.sql`e."minPricePaise", ${soonest}`, join: Prisma.empty };
  if (by === "popular") return { by: Prisma.sql`coalesce(booked.many, 0) DESC, ${soonest}`, join: bookings };
  return { by: soonest, join: Prisma.empty };
}
