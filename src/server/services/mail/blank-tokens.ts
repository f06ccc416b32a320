import type { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";

const TOKEN = /token=[\w-]+/g;
const CODE = /\b\d{6}\b/g;

/** A mail's text without what opens an account: the secret of its link, or its code. `left`: what stands for the secret. */
export function textWithoutSecrets(template: string, text: string, left = "…"): string {
  return (template === "sign-in-code" ? text.replace(CODE, "······") : text).replace(TOKEN, `token=${left}`);
}

/** A mail's payload without what opens an account: once it has left, the recipient alone has it. */
export function withoutSecrets({ template, payload }: { template: string; payload: unknown }): Prisma.InputJsonObject {
  return JSON.parse(textWithoutSecrets(template, JSON.stringify(payload), "")) as Prisma.InputJsonObject;
}

/** Blanks the links of mails that never left, once no link of theirs opens anything (three days, and one to be sure). */
export async function blankOldTokens(db: Db): Promise<number> {
  return db.$executeRaw`
    UPDATE "OutboxMessage" SET payload = regexp_replace(payload::text, 'token=[A-Za-z0-9_-]+', 'token=', 'g')::jsonb
     WHERE "createdAt" < now() - interval '4 days' AND template IN ('verify-email', 'password-reset') AND payload::text ~ 'token=[A-Za-z0-9_-]'`;
}
