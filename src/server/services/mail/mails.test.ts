import { describe, expect, it } from "vitest";
import { makeUser } from "~/test/factories";
import { testBank } from "~/test/harness/bank";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { makeSale } from "~/test/harness/sale";
import { attachmentsFor } from "./attachments";
import { templates } from "./content";
import { renderMail } from "./render";

const db = testDb();
const bank = testBank(db);

const mailOf = (template: string) => db.outboxMessage.findFirstOrThrow({ where: { template } });

describe("the mails of a booking", () => {
  it("confirm with facts, sums, tickets and calendar, and take the evening back when it is cancelled", async () => {
    const sale = await makeSale(db, bank.gateway);
    await sale.buy();
    const confirmed = await mailOf("booking-confirmed");
    const { subject, html, text } = renderMail(confirmed.template, confirmed.payload);
    expect(subject).toBe(`You are going to ${sale.event.title}`);
    for (const face of [html, text]) {
      expect(face).toContain("Stalls A1, Stalls A2");
      expect(face).toContain("₹1,180");
      expect(face).toContain(`http://localhost:3000/tickets/${sale.bookingId}`);
      expect(face).toContain("Mumbai time");
    }
    const attached = await attachmentsFor({ db, row: confirmed });
    expect(attached.map(({ contentType }) => contentType)).toEqual(["application/pdf", "text/calendar; charset=utf-8; method=PUBLISH"]);
    expect(Buffer.from(attached[0]!.content as Uint8Array).toString("latin1", 0, 5)).toBe("%PDF-");

    await sale.api.booking.cancel({ bookingId: sale.bookingId });
    expect((await attachmentsFor({ db, row: confirmed })).map(({ contentType }) => contentType)).toEqual([
      "text/calendar; charset=utf-8; method=CANCEL",
    ]);
    const cancelled = await mailOf("booking-cancelled");
    expect(renderMail(cancelled.template, cancelled.payload).text).toMatch(/₹1,180 goes back/);
  });
});

describe("templates", () => {
  it.each(Object.keys(templates))("%s has both faces, and nothing that a name could break", (template) => {
    const payload = { title: "A & B", body: "<script>", name: `O'"Neil <b>`, bookingId: "b", eventId: "e" };
    const { html, text } = renderMail(template, payload);
    expect(html).not.toMatch(/<script>|<b>/);
    expect(html).toContain("A &amp; B");
    expect(text).toContain(`Hello O'"Neil <b>,`);
  });
});

describe("the outbox page", () => {
  it("shows admins alone each mail, without links that open an account", async () => {
    const admin = await makeUser(db, { role: "ADMIN" });
    const { email } = await makeUser(db);
    await callerFor(null).auth.requestPasswordReset({ email });
    const { id } = await mailOf("password-reset");
    for (const role of ["USER", "ORGANIZER"] as const) {
      const { admin: closed } = callerFor(await makeUser(db, { role }));
      for (const ask of [() => closed.outbox({}), () => closed.outboxMessage({ id }), () => closed.retryOutboxMessage({ id })])
        await expect(ask()).rejects.toMatchObject({ cause: { code: "FORBIDDEN" } });
    }
    const api = callerFor(admin).admin;
    expect(await api.outbox({})).toMatchObject({ sending: false, items: [{ subject: "Choose a new password", recipient: email }] });
    const mail = await api.outboxMessage({ id });
    for (const face of [mail.html, mail.text]) {
      expect(face).toContain("/reset-password?token=…");
      expect(face).not.toMatch(/token=\w/);
    }
  });

  it("sends a failed mail again, and no other", async () => {
    const admin = await makeUser(db, { role: "ADMIN" });
    const api = callerFor(admin).admin;
    const { id } = await db.outboxMessage.create({
      data: { template: "refund-done", recipient: "a@example.com", payload: { title: "T", body: "B" }, dedupeKey: "x", status: "FAILED", attempts: 8 },
    });
    await api.retryOutboxMessage({ id });
    expect(await db.outboxMessage.findFirst()).toMatchObject({ status: "PENDING", attempts: 0 });
    await expect(api.retryOutboxMessage({ id })).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: "outbox.retry", actorId: admin.id }]);
  });
});
