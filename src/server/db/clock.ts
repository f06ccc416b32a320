import type { Db, Tx } from "./db";

/** The database's clock (UTC): the one that decides, whatever this process believes. In a transaction, its beginning. */
export async function databaseNow(db: Pick<Db | Tx, "$queryRaw">): Promise<Date> {
  const [{ now }] = await db.$queryRaw<[{ now: Date }]>`SELECT now() AS now`;
  return now;
}
