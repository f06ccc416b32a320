import { mailer } from "~/server/gateways/mail";
import { attachmentsFor } from "~/server/services/mail/attachments";
import { deliverOutbox as deliver } from "~/server/services/mail/deliver-outbox";
import type { Job } from "./job";

/** Sends the mails that are due. */
export const deliverOutbox: Job = async ({ db }) => {
  const open = mailer();
  try {
    return await deliver({ db, mailer: open, attachmentsFor: (row) => attachmentsFor({ db, row }) });
  } finally {
    open?.close();
  }
};
