import { compare, hash, truncates } from "bcryptjs";

/** About 60 ms of one core: what each guess costs. */
const COST = 10;

// No password has it: a comparison with it takes as long as one with a real hash, and fails.
const NOBODYS_HASH = "$2b$10$mkjVaPaBsRdPWRn7H3LKQ.nLb5hm2dP2i.SjYlxSnWD5IdWegQ3CG";

let last: Promise<unknown> = Promise.resolve();

/**
 * One bcrypt at a time: it fills the thread, so a hundred started together would keep every other request, and the
 * database's answers, waiting until the last one is done.
 */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/** The bcrypt hash of a password of at most 72 bytes; the schemas refuse longer ones. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

/**
 * Whether the password belongs to the hash. `null`, for an account that is not there, costs the same time. What is
 * longer than bcrypt reads never matches, though its beginning might.
 */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await inTurn(() => compare(password, passwordHash ?? NOBODYS_HASH));
  return matches && passwordHash !== null && !truncates(password);
}
