import { customAlphabet } from "nanoid";
import { AppError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { uniqueViolation } from "~/server/db/errors";
import type { Db } from "~/server/db/db";
import { audit } from "~/server/services/audit";
import { transaction } from "~/server/db/transaction";

/** Without letters and digits that are mistaken for one another. The platform's own code has a letter more of them. */
const newCode = customAlphabet("ACDEFGHJKMNPQRTUVWXY34679", 4);

export type SellerDetails = { legalName: string; address: string; stateCode: string; gstin?: string | null };

/** The organizer's own details for invoices; null while the platform sells for them. */
export async function readSeller({ db, actor }: { db: Db; actor: Actor }) {
  return db.sellerProfile.findUnique({
    where: { userId: actor.id },
    select: { code: true, legalName: true, address: true, stateCode: true, gstin: true },
  });
}

/**
 * Gives or changes them, for invoices from now on; the code at the head of their numbers stays.
 * @throws AppError INVALID_INPUT (`gstin` of another state)
 */
export async function keepSeller(input: { db: Db; actor: Actor; details: SellerDetails }) {
  const { db, actor, details } = input;
  if (details.gstin && details.gstin.slice(0, 2) !== details.stateCode) {
    throw new AppError("INVALID_INPUT", "This GSTIN is of another state.", { field: "gstin" });
  }
  const save = () =>
    transaction(db, async (tx) => {
      const before = await tx.sellerProfile.findUnique({ where: { userId: actor.id } });
      const data = { ...details, gstin: details.gstin ?? null };
      await tx.sellerProfile.upsert({ where: { userId: actor.id }, update: data, create: { ...data, userId: actor.id, code: newCode() } });
      await audit(tx, { actor, action: "seller.update", entity: "user", entityId: actor.id, before, after: data });
    });
  try {
    await save();
  } catch (error) {
    // Two sellers drew the same code.
    if (!uniqueViolation(error)) throw error;
    await save();
  }
  return readSeller({ db, actor });
}
