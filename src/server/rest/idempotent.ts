import superjson from "superjson";
import { AppError, type AppCode } from "~/domain/errors";
import type { Db } from "~/server/db/db";
import { witnessedBy } from "~/server/db/witness";
import type { Answer } from "~/server/http/exchange";
import { log } from "~/server/log";
import { asRefusal } from "./problem";
import { claim, find, inProgress, keepAnswer, keepEffect, keepLease, letGo, type Claimed } from "./request-record";
import { Seal } from "./seal";

/** How long a repeat waits for the first to be answered; a little longer than a lease, so that it outlives a crash. */
const PATIENCE_MS = 8_000;
const LOOK_AGAIN_MS = 60;

/** Refusals that may end: asked again with the same key, the request is tried again. */
const passing = new Set<AppCode>(["BUSY", "UNAVAILABLE", "INTERNAL", "RATE_LIMITED", "PAYMENT_PENDING", "IN_PROGRESS"]);

export type Once = {
  db: Db;
  /** Names who asks, the key and the route. */
  id: string;
  requestHash: string;
  clientKey: string;
  /** Must not run twice: what its first transaction decides is kept with it. */
  exactlyOnce: boolean;
  /** Does the work and writes its answer; with `effect` it goes on from what was decided before a crash. */
  work: (effect: { value: unknown } | null) => Promise<Answer>;
  /** A refusal as an answer. */
  refuse: (refusal: AppError) => Answer;
};

const underWay = new Map<string, { requestHash: string; answer: Promise<Answer> }>();

/**
 * Does the work once for all repeats of a request within 24 hours, and gives them all the same answer
 * (docs/decisions/0101). Repeats that come while it is under way wait for it.
 * @throws AppError KEY_REUSED (another request came with this key), IN_PROGRESS
 */
export async function once(request: Once): Promise<Answer> {
  const twin = underWay.get(request.id);
  if (twin) {
    if (twin.requestHash !== request.requestHash) throw keyReused();
    return replayed(await twin.answer);
  }
  const answer = claimOrWait(request).finally(() => underWay.delete(request.id));
  underWay.set(request.id, { requestHash: request.requestHash, answer });
  return answer;
}

async function claimOrWait(request: Once): Promise<Answer> {
  const { db, id, requestHash, clientKey } = request;
  for (const began = performance.now(); performance.now() - began < PATIENCE_MS; ) {
    const claimed = await claim(db, id, requestHash);
    if (claimed) return execute(request, claimed);
    const found = await find(db, id);
    if (found && found.requestHash !== requestHash) throw keyReused();
    if (found?.answer) return replayed(JSON.parse(new Seal(clientKey).open(found.answer)) as Answer);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw inProgress();
}

async function execute(request: Once, claimed: Claimed): Promise<Answer> {
  const { db, id, clientKey, exactlyOnce } = request;
  const seal = new Seal(clientKey);
  const stop = keepLease(db, id, claimed);
  try {
    const effect = claimed.effect === null ? null : { value: superjson.parse(seal.open(claimed.effect)) };
    const work = () => request.work(effect);
    const answer = await (exactlyOnce
      ? witnessedBy((tx, result) => keepEffect(tx, id, claimed, seal.close(superjson.stringify(result ?? null))), work)
      : work());
    await keepAnswer(db, id, claimed, answer.status, seal.close(JSON.stringify(answer)));
    return answer;
  } catch (error) {
    const refusal = asRefusal(error);
    if (passing.has(refusal.code)) {
      await letGo(db, id, claimed).catch((failure: unknown) => log.warn({ err: failure }, "request not let go"));
      throw error;
    }
    const answer = request.refuse(refusal);
    await keepAnswer(db, id, claimed, answer.status, seal.close(JSON.stringify(answer)));
    return answer;
  } finally {
    stop();
  }
}

function replayed(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, "idempotency-replayed": "true" } };
}

function keyReused(): AppError {
  return new AppError("KEY_REUSED", "This Idempotency-Key came with another request. Use a new key for each request.", {
    field: "Idempotency-Key",
  });
}
