import type { Db } from "~/server/db/db";
import { containing, searchWords } from "../search-words";

/** More than this many people of one name are not told apart by it. */
const MOST = 200;

/** Ids of the people whose name or mail address holds all the words; undefined where no words were given. */
export async function idsOfPeople(db: Db, words: string | undefined): Promise<string[] | undefined> {
  const all = searchWords(words);
  if (all.length === 0) return undefined;
  const people = await db.user.findMany({
    where: { AND: all.map((word) => ({ OR: [{ name: containing(word) }, { email: containing(word) }] })) },
    select: { id: true },
    take: MOST,
  });
  return people.map((person) => person.id);
}

/** Names by id, of those that are still known. */
export async function namesOfPeople(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const people = await db.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(people.map((person) => [person.id, person.name]));
}
