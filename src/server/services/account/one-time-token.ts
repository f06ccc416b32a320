import { createHash, randomBytes } from "node:crypto";
import { AppError } from "~/domain/errors";
import type { UserTokenKind } from "~/generated/prisma/client";
import { databaseNow } from "~/server/db/clock";
import type { Tx } from "~/server/db/db";

const HOUR_MS = 3_600_000;
const lifetimeMs: Record<UserTokenKind, number> = { PASSWORD_RESET: HOUR_MS, VERIFY_EMAIL: 72 * HOUR_MS };

type Issue = { tx: Tx; userId: string; kind: UserTokenKind; now?: Date };

/** A secret for a link in a mail, of which we keep only the SHA-256. */
export async function issueToken({ tx, userId, kind, ...at }: Issue): Promise<string> {
  const now = at.now ?? (await databaseNow(tx));
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + lifetimeMs[kind]);
  await tx.userToken.create({ data: { userId, kind, tokenHash: digest(token), expiresAt } });
  return token;
}

/** Makes the links sent before worth nothing. */
export async function forgetTokens({ tx, userId, kind }: Omit<Issue, "now">): Promise<void> {
  await tx.userToken.deleteMany({ where: { userId, kind } });
}

/**
 * Uses a token up and answers whose it was.
 * @throws AppError NOT_FOUND where it is unknown, used or too old, or its account is suspended or gone
 */
export async function spendToken({
  tx,
  token,
  kind,
  ...at
}: {
  tx: Tx;
  token: string;
  kind: UserTokenKind;
  now?: Date;
}): Promise<string> {
  const now = at.now ?? (await databaseNow(tx));
  const tokenHash = digest(token);
  const found = await tx.userToken.findUnique({
    where: { tokenHash },
    select: { userId: true, user: { select: { suspendedAt: true, deletedAt: true } } },
  });
  const { count } = await tx.userToken.updateMany({
    where: { tokenHash, kind, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (!found || count === 0 || found.user.suspendedAt || found.user.deletedAt) {
    throw new AppError("NOT_FOUND", "This link has been used or is too old. Please ask for a new one.");
  }
  return found.userId;
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
