import { compare, hash, truncates } from "bcryptjs";

/** About 60 ms of one core: what each guess costs. */
const COST = 10;

// No password has it: a comparison with it takes as long as one with a real hash, and fails.
const NOBODYS_HASH = "$2b$10$mkjVaPaBsRdPWRn7H3LKQ.nLb5hm2dP2i.SjYlxSnWD5IdWegQ3CG";

/** The bcrypt hash of a password of at most 72 bytes; the schemas refuse longer ones. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * Whether the password belongs to the hash. `null`, for an account that is not there, costs the same time. What is
 * longer than bcrypt reads never matches, though its beginning might.
 */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await compare(password, passwordHash ?? NOBODYS_HASH);
  return matches && passwordHash !== null && !truncates(password);
}
