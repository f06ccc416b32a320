import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";

type Ask = { db: Db; actor: Actor };
type TaxDetails = { gstName: string | null; gstin: string | null };

const select = { gstName: true, gstin: true } as const;

/** How invoices name a buyer who is registered for GST; nulls where they are not. */
export async function readTaxDetails({ db, actor }: Ask): Promise<TaxDetails> {
  return db.user.findUniqueOrThrow({ where: { id: actor.id }, select });
}

/** Gives, changes or takes them away, for invoices from now on: what is issued stays as it was. */
export async function keepTaxDetails({ db, actor, details }: Ask & { details: TaxDetails }): Promise<TaxDetails> {
  return db.user.update({ where: { id: actor.id }, data: details, select });
}
