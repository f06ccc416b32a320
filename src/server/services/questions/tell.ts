import type { Tx } from "~/server/db/db";

type Told = {
  to: { id: string; name: string; email: string };
  /** The notification's type and the mail's template. */
  type: "question" | "question-answered";
  questionId: string;
  title: string;
  body: string;
  /** Where the notification leads, and the mail's button. */
  action: { label: string; path: string };
};

/** Writes a notification and a mail in the transaction of the question or its answer. Neither knows the other's address. */
export async function tell(tx: Tx, { to, type, questionId, title, body, action }: Told): Promise<void> {
  const dedupeKey = `${type}:${questionId}`;
  await tx.notification.createMany({ data: [{ userId: to.id, type, title, body, href: action.path, dedupeKey }], skipDuplicates: true });
  await tx.outboxMessage.createMany({
    data: [{ template: type, recipient: to.email, userId: to.id, payload: { name: to.name, title, body, action }, dedupeKey: `mail:${dedupeKey}` }],
    skipDuplicates: true,
  });
}
