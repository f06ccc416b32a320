import { Prisma } from "~/generated/prisma/client";

/** Shorter parts of words are in nearly everything, and trigrams cannot look them up. */
const SHORTEST_PART = 3;

/**
 * That an event (alias e) or its venue is called by `word`: by a word that begins with it, by its stem, or, from three
 * letters on, by a word that has it inside. Every part of the condition has an index.
 */
export function calledBy(word: string): Prisma.Sql {
  const query = textQuery(word);
  const inside = [...word].length >= SHORTEST_PART || !/[\p{L}\p{N}]/u.test(word);
  const part = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  const orInside = (...columns: Prisma.Sql[]) =>
    inside ? Prisma.join(columns.map((column) => Prisma.sql`OR ${column} ILIKE ${part}`), " ") : Prisma.empty;
  return Prisma.sql`(e.lexemes @@ ${query} ${orInside(Prisma.sql`e.title`, Prisma.sql`e.artist`)}
    OR e."venueId" = ANY (ARRAY(SELECT id FROM "Venue" WHERE lexemes @@ ${query} ${orInside(Prisma.sql`name`, Prisma.sql`city`)})))`;
}

/**
 * How well an event (e) at its venue (v) answers these words: text search's rank, in which a title weighs more than a
 * name and a name more than a place, and how much of the words stands in the title, by trigrams. Both from 0 to 1.
 */
export function answersTo(words: readonly string[]): Prisma.Sql {
  const query = Prisma.join(words.map(textQuery), " || ");
  return Prisma.sql`ts_rank(e.lexemes || v.lexemes, ${query}) + word_similarity(${words.join(" ")}, e.title)`;
}

function textQuery(word: string): Prisma.Sql {
  const beginning = `'${word.replace(/['\\]/g, "$&$&")}':*`;
  return Prisma.sql`(to_tsquery('simple', ${beginning}) || plainto_tsquery('english', ${word}))`;
}
