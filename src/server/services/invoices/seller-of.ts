import type { Seller } from "~/domain/invoice-parts";
import { env } from "~/env";
import type { Tx } from "~/server/db/db";

/** On the sandbox's invoices, where no money moves; a real one is never made up. */
const DEMO_GSTIN = "27AAAAA0000A1Z2";
const DEMO_STATE = "27";

/** Who sells an organizer's tickets: themselves, where they have given their details, else the platform. */
export async function sellerOf(tx: Pick<Tx, "sellerProfile">, organizerId: string): Promise<Seller> {
  const profile = await tx.sellerProfile.findUnique({ where: { userId: organizerId } });
  if (!profile) {
    const gstin = env.SELLER_GSTIN ?? (env.PAYMENT_GATEWAY === "sandbox" ? DEMO_GSTIN : null);
    return {
      key: "platform",
      code: "AISL",
      legalName: env.SELLER_NAME,
      address: env.SELLER_ADDRESS,
      stateCode: gstin?.slice(0, 2) ?? DEMO_STATE,
      gstin,
    };
  }
  const { userId: key, code, legalName, address, stateCode, gstin } = profile;
  return { key, code, legalName, address, stateCode, gstin };
}
