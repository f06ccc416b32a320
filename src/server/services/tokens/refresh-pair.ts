import { AppError } from "~/domain/errors";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { mailTokenReused } from "../account/mail";
import { viewerFor } from "../session";
import { pairOf, readToken, type TokenClaims, type TokenPair } from "./token-pair";

type Family = { generation: number; usedGeneration: number; issuedAt: Date };

/**
 * The next pair for a refresh token, which is spent by it. Asked again before anything of the next pair was used, it
 * is the same pair: the answer was lost on the way. A token that was spent before is somebody's copy: then the whole
 * family ends and its owner is told. One statement moves a family on, so that of a hundred at once one does.
 * @throws AppError UNAUTHORIZED
 */
export function refreshPair({ db, refreshToken }: Refresh): Promise<TokenPair> {
  // A client that asks many times at once is asked about once.
  const known = underWay.get(refreshToken);
  if (known) return known;
  const pair = nextPair({ db, refreshToken }).finally(() => underWay.delete(refreshToken));
  underWay.set(refreshToken, pair);
  return pair;
}

type Refresh = { db: Db; refreshToken: string };
const underWay = new Map<string, Promise<TokenPair>>();

async function nextPair({ db, refreshToken }: Refresh): Promise<TokenPair> {
  const claims = await readToken("refresh", refreshToken);
  if (!claims) throw ended();
  const { userId, sessionId, generation } = claims;
  if (!(await viewerFor({ db, claims: { userId, sessionId, sessionVersion: null } }))) throw ended();

  const [moved] = await db.$queryRaw<Family[]>`
    UPDATE "ApiTokenFamily" SET generation = generation + 1, "usedGeneration" = ${generation}, "issuedAt" = now()
     WHERE "sessionId" = ${sessionId} AND generation = ${generation}
    RETURNING generation, "usedGeneration", "issuedAt"`;
  const family = moved ?? (await db.apiTokenFamily.findUnique({ where: { sessionId } }));
  if (!family) throw ended();
  const isNext = family.generation === generation + 1 && family.usedGeneration <= generation;
  if (isNext) return pairOf({ userId, sessionId, generation: family.generation }, family.issuedAt);
  await endFamily(db, claims);
  throw ended();
}

/** Notes that something of a pair was used: from then on the pair before it is spent for good. */
export async function noteUsed({ db, claims }: { db: Db; claims: TokenClaims }): Promise<void> {
  const { sessionId, generation } = claims;
  const key = `${sessionId}:${generation}`;
  const known = noted.get(key);
  if (known) return known;
  if (noted.size >= NOTED) noted.clear();
  const noting = note(db, claims);
  noted.set(key, noting);
  noting.catch(() => noted.delete(key));
  return noting;
}

async function note(db: Db, { sessionId, generation }: TokenClaims): Promise<void> {
  await db.$executeRaw`
    UPDATE "ApiTokenFamily" SET "usedGeneration" = ${generation}
     WHERE "sessionId" = ${sessionId} AND "usedGeneration" < ${generation}`;
}

/** Pairs this process has noted already; forgotten, one is noted again and nothing changes. */
const NOTED = 10_000;
const noted = new Map<string, Promise<void>>();

async function endFamily(db: Db, { userId, sessionId, generation }: TokenClaims): Promise<void> {
  await transaction(db, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, userId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return;
    const person = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { id: true, name: true, email: true },
    });
    await mailTokenReused(tx, person, `${sessionId}:${generation}`);
  });
}

function ended(): AppError {
  return new AppError("UNAUTHORIZED", "This sign-in has ended. Please sign in again.");
}
