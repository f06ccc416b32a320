import type { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";

const TOKEN = /token=[\w-]+/g;

/** A mail's payload without the secret of its link: once it has left, the recipient alone has it. */
export function withoutTokens(payload: unknown): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(payload).replace(TOKEN, "token=")) as Prisma.InputJsonObject;
}

/** Blanks the links of mails that never left, once no link of theirs opens anything (three days, and one to be sure). */
export async function blankOldTokens(db: Db): Promise<number> {
  return db.$executeRaw`
    UPDATE "OutboxMessage" SET payload = regexp_replace(payload::text, 'token=[A-Za-z0-9_-]+', 'token=', 'g')::jsonb
     WHERE "createdAt" < now() - interval '4 days' AND template IN ('verify-email', 'password-reset') AND payload::text ~ 'token=[A-Za-z0-9_-]'`;
}
