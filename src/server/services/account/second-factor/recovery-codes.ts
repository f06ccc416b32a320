import { createHash, randomInt } from "node:crypto";
import type { Tx } from "~/server/db/db";

const COUNT = 10;
/** Without signs that are taken for one another. */
const SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";
const LENGTH = 12;

/** Ten new codes of 59 bits each, in place of the old ones. They are told once; only their hashes are kept. */
export async function makeRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, () =>
    Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join(""),
  );
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashOf(code) })) });
  return codes.map((code) => code.match(/.{4}/g)!.join("-"));
}

/** Uses a code up. Whether it was one of the account's, not used before: of many at once one is told yes. */
export async function spendRecoveryCode({ tx, userId, code, now }: Spend): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash: hashOf(code.toLowerCase().replace(/[^a-z0-9]/g, "")), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

type Spend = { tx: Pick<Tx, "recoveryCode">; userId: string; code: string; now: Date };

function hashOf(code: string): string {
  return createHash("sha256").update(`aisle recovery ${code}`).digest("hex");
}
