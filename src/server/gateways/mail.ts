import { createTransport } from "nodemailer";
import { env } from "~/env";
import { patience } from "~/server/patience";

export type Attachment = { fileName: string; contentType: string; content: Uint8Array | string };

export type Mail = {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The same at each attempt, so that a mail server that has it already can tell. */
  messageId: string;
  attachments: Attachment[];
  /** An address for people who want fewer of these; left out where a mail is not optional. */
  unsubscribeUrl?: string;
};

/** A mail that no further attempt will get through. `message` is the server's answer. */
export class MailRefused extends Error {
  override name = "MailRefused";
}

export interface Mailer {
  /** Resolves once the mail server has taken it. @throws MailRefused, or any error worth another attempt */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const isLoopback = (host: string) => host === "localhost" || host === "[::1]" || /^127\./.test(host);

/** The mail server named by the environment; null without one: then nothing is sent, and the outbox keeps it all. */
export function mailer(url = env.SMTP_URL, from = env.MAIL_FROM): Mailer | null {
  if (!url) return null;
  const transport = createTransport(
    {
      url,
      // Without it a mail server, or who stands before it, could have us speak in clear: reset links go this way.
      requireTLS: !isLoopback(new URL(url).hostname),
      pool: true,
      maxConnections: 3,
      connectionTimeout: patience.mailMs,
      greetingTimeout: patience.mailMs,
      socketTimeout: patience.mailMs,
    },
    { from },
  );
  return {
    async send({ attachments, unsubscribeUrl, ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          headers: { "Auto-Submitted": "auto-generated" },
          ...(unsubscribeUrl && { list: { unsubscribe: unsubscribeUrl } }),
          attachments: attachments.map(({ fileName, contentType, content }) => ({
            filename: fileName,
            contentType,
            content: typeof content === "string" ? content : Buffer.from(content),
          })),
        });
      } catch (error) {
        const { responseCode, command, message } = error as { responseCode?: number; command?: string; message: string };
        // 5xx to the address itself (RFC 5321, 4.2.1): it will be the same tomorrow.
        if (command === "RCPT TO" && responseCode !== undefined && responseCode >= 500)
          throw new MailRefused(message, { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** The Message-ID of an outbox row: named by the row and the sender's domain alone. */
export function messageIdOf(rowId: string, from = env.MAIL_FROM): string {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? "aisle.invalid";
  return `<outbox.${rowId}@${domain}>`;
}
