import { truncates } from "bcryptjs";
import { bcryptPool } from "~/server/bcrypt-pool";

/** About 60 ms of one core: what each guess costs. */
const COST = 10;

// No password has it: a comparison with it takes as long as one with a real hash, and fails.
const NOBODYS_HASH = "$2b$10$mkjVaPaBsRdPWRn7H3LKQ.nLb5hm2dP2i.SjYlxSnWD5IdWegQ3CG";

/**
 * The bcrypt hash of a password of at most 72 bytes; the schemas refuse longer ones.
 *
 * @param who as of `passwordMatches`
 * @throws AppError BUSY
 */
export function hashPassword(password: string, who: string | null = null): Promise<string> {
  return bcryptPool.hash(password, COST, who);
}

/**
 * Whether the password belongs to the hash. `null`, for an account that is not there, costs the same time. What is
 * longer than bcrypt reads never matches, though its beginning might.
 *
 * @param who whose place in the line it takes: an address, or null where addresses tell nobody apart
 * @throws AppError BUSY
 */
export async function passwordMatches(
  password: string,
  passwordHash: string | null,
  who: string | null = null,
): Promise<boolean> {
  const matches = await bcryptPool.compare(password, passwordHash ?? NOBODYS_HASH, who);
  return matches && passwordHash !== null && !truncates(password);
}
