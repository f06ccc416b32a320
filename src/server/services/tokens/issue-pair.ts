import type { Db } from "~/server/db/db";
import { pairOf, type TokenPair } from "./token-pair";

export type SignedInPair = TokenPair & { user: { id: string; name: string; email: string; role: "USER" | "ORGANIZER" | "ADMIN" } };

/** The first pair of a session that has just been opened, and whose it is. */
export async function issuePair(input: { db: Db; userId: string; sessionId: string }): Promise<SignedInPair> {
  const { db, userId, sessionId } = input;
  const [family, user] = await Promise.all([
    db.apiTokenFamily.create({ data: { sessionId }, select: { generation: true, issuedAt: true } }),
    db.user.findUniqueOrThrow({ where: { id: userId }, select: { id: true, name: true, email: true, role: true } }),
  ]);
  return { user, ...(await pairOf({ userId, sessionId, generation: family.generation }, family.issuedAt)) };
}

/** Opens a session for someone who has shown who they are, with its first pair. */
export async function openTokens(input: { db: Db; userId: string; ip: string; userAgent: string }): Promise<SignedInPair> {
  const { db, userId, ip, userAgent } = input;
  const data = { userId, ip, userAgent: userAgent.slice(0, 300) };
  const { id } = await db.session.create({ data, select: { id: true } });
  return issuePair({ db, userId, sessionId: id });
}
