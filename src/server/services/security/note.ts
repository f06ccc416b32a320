import { createHmac } from "node:crypto";
import type { SecurityKind } from "~/domain/security-event";
import { env } from "~/env";
import type { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { log } from "~/server/log";

export type SecurityFacts = {
  kind: SecurityKind;
  /** Whose account it is about. */
  userId?: string | null;
  ip?: string;
  /** Never an address, a name, a password or a token: ids, codes and names of procedures. */
  facts?: Record<string, string | number | boolean | null>;
};

/**
 * Writes down what happened at a door: a line for whoever gathers the logs, and a row for /admin/security. Called when
 * the thing has happened, after its commit. A log that cannot be written stops nobody: the line then says so.
 */
export async function noteSecurity({ db, kind, userId = null, ip = "", facts }: SecurityFacts & { db: Db }): Promise<void> {
  log.info({ security: kind, userId, ip, ...facts }, "security");
  try {
    await db.securityEvent.create({ data: { kind, userId, ip, facts: facts as Prisma.InputJsonObject | undefined }, select: { id: true } });
  } catch (error) {
    log.error({ err: error, security: kind }, "a security event was not kept");
  }
}

/** A mail address as the log may have it: the same address gives the same sign, and nobody reads the address from it. */
export function signOfAddress(email: string): string {
  return createHmac("sha256", `security log ${env.NEXTAUTH_SECRET ?? ""}`).update(email).digest("base64url").slice(0, 12);
}
