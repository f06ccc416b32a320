import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { env } from "~/env";
import type { Db } from "~/server/db/db";
import { transaction } from "~/server/db/transaction";
import { audit } from "../audit";
import { attachmentsFor } from "./attachments";
import { textWithoutSecrets } from "./blank-tokens";
import { renderMail } from "./render";

type Ask = { db: Db; actor: Actor };

const select = {
  id: true,
  template: true,
  recipient: true,
  status: true,
  attempts: true,
  nextAttemptAt: true,
  lastError: true,
  sentAt: true,
  createdAt: true,
  payload: true,
} as const;

function assertAdmin(actor: Actor): void {
  if (actor.role !== "ADMIN") throw new AppError("FORBIDDEN", "This page is for admins.");
}

/**
 * One mail as it looks to who gets it. Links that open an account are cut out, but on one's own machine: an admin
 * shall not be able to walk into another's account.
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function readOutboxMessage({ db, actor, id }: Ask & { id: string }) {
  assertAdmin(actor);
  const row = await db.outboxMessage.findUnique({ where: { id, channel: "mail" }, select });
  if (!row) throw notFound("mail");
  const { payload, ...facts } = row;
  const { subject, html, text } = renderMail(row.template, payload);
  const attachments = (await attachmentsFor({ db, row })).map(({ fileName, contentType, content }) => ({
    fileName,
    contentType,
    bytes: typeof content === "string" ? Buffer.byteLength(content) : content.length,
  }));
  const shown = (words: string) => (env.AISLE_LOCAL ? words : textWithoutSecrets(row.template, words));
  return { ...facts, subject: shown(subject), html: shown(html), text: shown(text), attachments };
}

/**
 * Gives a mail that failed another round of attempts, at once.
 * @throws AppError FORBIDDEN, NOT_FOUND, INVALID_TRANSITION
 */
export async function retryOutboxMessage({ db, actor, id }: Ask & { id: string }): Promise<{ id: string }> {
  assertAdmin(actor);
  return transaction(db, async (tx) => {
    const { count } = await tx.outboxMessage.updateMany({
      where: { id, status: "FAILED" },
      data: { status: "PENDING", attempts: 0, nextAttemptAt: new Date() },
    });
    if (count === 0) {
      if (!(await tx.outboxMessage.findUnique({ where: { id }, select: { id: true } }))) throw notFound("mail");
      throw new AppError("INVALID_TRANSITION", "Only mails that failed are sent again.");
    }
    await audit(tx, { actor, action: "outbox.retry", entity: "mail", entityId: id });
    return { id };
  });
}
