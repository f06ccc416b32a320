import { env } from "~/env";
import type { Prisma } from "~/generated/prisma/client";
import type { ListOutboxInput } from "~/schemas/admin";
import type { Db } from "~/server/db/db";
import { countedAtMost, pageOf } from "../counted";
import { textWithoutSecrets } from "../mail/blank-tokens";
import { searchWords } from "../search-words";

/**
 * Messages on their way and sent, the newest first, found by how an address or a kind of mail begins. Of what they say only the subject: the rest may hold one-time
 * links. `sending`: whether there is a mail server at all.
 */
export async function listOutbox({ db, search, status, page, limit }: ListOutboxInput & { db: Db }) {
  const where: Prisma.OutboxMessageWhereInput = {
    status,
    // From the beginning: what is written with every sale shall not carry an index of its parts.
    AND: searchWords(search).map((word) => ({
      OR: [{ recipient: { startsWith: word.toLowerCase() } }, { template: { startsWith: word.toLowerCase() } }],
    })),
  };
  const [counted, rows] = await Promise.all([
    db.outboxMessage.count({ where, ...countedAtMost }),
    db.outboxMessage.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
      select: {
        id: true,
        channel: true,
        template: true,
        recipient: true,
        status: true,
        attempts: true,
        lastError: true,
        nextAttemptAt: true,
        sentAt: true,
        createdAt: true,
        payload: true,
      },
    }),
  ]);
  const items = rows.map(({ payload, ...row }) => ({ ...row, subject: subjectOf(row.template, payload) }));
  return { ...pageOf({ items, counted, page, limit }), sending: env.SMTP_URL !== undefined };
}

/** Without a code that opens an account, but on one's own machine. */
function subjectOf(template: string, payload: Prisma.JsonValue): string {
  const title = payload && typeof payload === "object" && !Array.isArray(payload) ? payload.title : null;
  if (typeof title !== "string") return "";
  return env.AISLE_LOCAL ? title : textWithoutSecrets(template, title);
}
