import { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { calledBy } from "./text-search";

/** So many of the likest words are asked whether an event on sale has them. */
const CANDIDATES = 20;

/**
 * What somebody may have meant: each word that no event on sale has is replaced by the likest that one has, by
 * PostgreSQL's trigrams (`%`: three tenths in common, as "veina" and "veena"). Null where nothing is like one of them,
 * or nothing would change.
 */
export async function closestWords({ db, words, now }: { db: Db; words: string[]; now: Date }): Promise<string[] | null> {
  if (words.length === 0) return null;
  const onSale = Prisma.sql`e.status = 'PUBLISHED' AND e."startsAt" > ${now}`;
  // Counted, since for EXISTS the planner hopes to find one soon by going through the table, where there is none.
  const known = words.map((word) => Prisma.sql`(SELECT count(*) > 0 FROM "Event" e WHERE ${onSale} AND ${calledBy(word)})`);
  const [answer] = await db.$queryRaw<{ known: boolean[] }[]>`SELECT ARRAY[${Prisma.join(known)}] AS known`;
  const unknown = words.filter((_, index) => !answer?.known[index]);
  if (unknown.length === 0) return null;
  const rows = await db.$queryRaw<{ meant: string | null }[]>`
    SELECT (
      SELECT alike.word
        FROM (SELECT word, similarity(word, given.word) AS share, abs(length(word) - length(given.word)) AS longer
                FROM "SearchWord" WHERE word % given.word ORDER BY share DESC, longer, word LIMIT ${CANDIDATES}) alike
       WHERE EXISTS (SELECT 1 FROM "Event" e WHERE ${onSale} AND e.lexemes @@ plainto_tsquery('simple', alike.word))
          OR EXISTS (SELECT 1 FROM "Event" e JOIN "Venue" v ON v.id = e."venueId"
                      WHERE ${onSale} AND v.lexemes @@ plainto_tsquery('simple', alike.word))
       ORDER BY alike.share DESC, alike.longer, alike.word LIMIT 1) AS meant
      FROM unnest(${unknown.map((word) => word.toLowerCase())}::text[]) WITH ORDINALITY AS given (word, place)
     ORDER BY place`;
  const meant = rows.map((row) => row.meant);
  if (meant.some((word) => word === null)) return null;
  return words.map((word, index) => (answer?.known[index] ? word.toLowerCase() : meant.shift()!));
}
