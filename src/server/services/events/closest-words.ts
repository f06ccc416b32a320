import type { Db } from "~/server/db";

/** Share of trigrams two words must have in common: "veina" has a third of those of "veena". */
const ALIKE = 0.3;

/**
 * What somebody may have meant: each word that no event on sale has is replaced by the likest that one has, by
 * PostgreSQL's trigrams. Null where nothing is like one of them, or nothing would change.
 */
export async function closestWords({ db, words }: { db: Db; words: string[] }): Promise<string[] | null> {
  if (words.length === 0) return null;
  const rows = await db.$queryRaw<{ meant: string | null }[]>`
    WITH said AS MATERIALIZED (
      SELECT DISTINCT lower(part) AS word
        FROM "Event" e JOIN "Venue" v ON v.id = e."venueId",
             regexp_split_to_table(concat_ws(' ', e.title, e.artist, v.name, v.city), '[^[:alnum:]]+') AS part
       WHERE e.status = 'PUBLISHED' AND e."startsAt" > now() AND length(part) > 2
    )
    SELECT CASE WHEN EXISTS (SELECT 1 FROM said WHERE strpos(word, given.word) > 0) THEN given.word
                ELSE (SELECT word FROM said WHERE similarity(word, given.word) >= ${ALIKE}
                       ORDER BY similarity(word, given.word) DESC, abs(length(word) - length(given.word)), word LIMIT 1) END AS meant
      FROM unnest(${words.map((word) => word.toLowerCase())}::text[]) WITH ORDINALITY AS given (word, place)
     ORDER BY place`;
  const meant = rows.map((row) => row.meant);
  if (meant.some((word) => word === null)) return null;
  const found = meant as string[];
  return found.every((word, index) => word === words[index]!.toLowerCase()) ? null : found;
}
