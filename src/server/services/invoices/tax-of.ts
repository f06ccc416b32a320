import { GST_BPS, NO_TAX_BPS } from "~/domain/tax";
import type { Tx } from "~/server/db/db";
import { sellerOf } from "./seller-of";

/** GST on an organizer's tickets, in basis points: who sells them charges it only where they are registered. */
export async function taxOf(tx: Pick<Tx, "sellerProfile">, organizerId: string): Promise<number> {
  const { gstin } = await sellerOf(tx, organizerId);
  return gstin ? GST_BPS : NO_TAX_BPS;
}
