import { mailContent, readPayload, type MailContent } from "./content";

export type RenderedMail = { subject: string; html: string; text: string };

/** A row of the outbox as a mail: HTML, and the same in plain text. @throws ZodError for a foreign payload */
export function renderMail(template: string, payload: unknown): RenderedMail {
  const content = mailContent(template, readPayload(payload));
  return { subject: content.subject, html: asHtml(content), text: asText(content) };
}

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign]!);

// Mail programs know neither variables nor oklch: the house's light tokens as sRGB.
const paper = "#fcf9f6";
const raised = "#ffffff";
const ink = "#221a20";
const soft = "#6b6067";
const line = "#e6dfdb";
const accent = "#c8371f";
const font = "font-family:Inter,'Helvetica Neue',Helvetica,Arial,sans-serif";

/** Tables and inline styles: what Outlook and old phones still draw alike. */
function asHtml(mail: MailContent): string {
  const paragraph = (text: string) =>
    `<p style="margin:0 0 16px;font-size:16px;line-height:24px;color:${ink}">${escape(text)}</p>`;
  const row = ({ label, value }: { label: string; value: string }, strong = false, right = false) =>
    `<tr><th scope="row" align="left" valign="top" style="padding:8px 16px 8px 0;border-top:1px solid ${line};font-size:14px;line-height:20px;font-weight:${strong ? 700 : 400};color:${strong ? ink : soft}">${escape(label)}</th>` +
    `<td align="${right ? "right" : "left"}" style="padding:8px 0;border-top:1px solid ${line};font-size:14px;line-height:20px;font-weight:${strong ? 700 : 400};color:${ink}">${escape(value)}</td></tr>`;
  const table = (rows: string[]) =>
    rows.length === 0
      ? ""
      : `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 24px;border-collapse:collapse">${rows.join("")}</table>`;
  const button = mail.action
    ? `<p style="margin:8px 0 24px"><a href="${escape(mail.action.url)}" style="display:inline-block;padding:14px 24px;border-radius:8px;background:${accent};color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escape(mail.action.label)}</a></p>`
    : "";
  const last = mail.sums.length - 1;
  return `<!doctype html>
<html lang="en-IN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escape(mail.subject)}</title>
</head>
<body style="margin:0;padding:0;background:${paper};${font}">
<div style="display:none;max-height:0;overflow:hidden">${escape(mail.preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:${paper}"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;${font}">
<tr><td style="padding:0 0 20px;font-size:20px;font-weight:700;letter-spacing:-0.02em;color:${ink}"><span style="color:${accent}">▍</span>Aisle</td></tr>
<tr><td style="padding:32px;background:${raised};border:1px solid ${line};border-radius:16px">
<h1 style="margin:0 0 20px;font-size:28px;line-height:34px;letter-spacing:-0.02em;color:${ink}">${escape(mail.subject)}</h1>
${mail.greeting ? paragraph(mail.greeting) : ""}${mail.paragraphs.map(paragraph).join("\n")}
${table(mail.facts.map((fact) => row(fact)))}${table(mail.sums.map((sum, index) => row(sum, index === last, true)))}${button}</td></tr>
<tr><td style="padding:20px 0 0;font-size:12px;line-height:18px;color:${soft}">${escape(mail.footnote)}</td></tr>
</table>
</td></tr></table>
</body>
</html>`;
}

function asText(mail: MailContent): string {
  const lines = (pairs: { label: string; value: string }[]) => pairs.map(({ label, value }) => `${label}: ${value}`).join("\n");
  return [
    mail.subject,
    mail.greeting,
    ...mail.paragraphs,
    lines(mail.facts),
    lines(mail.sums),
    mail.action && `${mail.action.label}:\n${mail.action.url}`,
    `-- \nAisle. ${mail.footnote}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}
