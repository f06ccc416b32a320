import { describe, expect, it } from "vitest";
import { makeEvent, makeUser, PASSWORD } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { testDb } from "~/test/harness/database";
import { exportData } from "../account/export-data";
import { renderMail } from "../mail/render";

const db = testDb();

/** An event with its organizer, and somebody who wonders. */
async function wondering() {
  const [organizer, asker] = await Promise.all([makeUser(db, { role: "ORGANIZER" }), makeUser(db, { name: "Asha Rao" })]);
  const { event } = await makeEvent(db, { organizerId: organizer.id });
  const mails = () => db.outboxMessage.findMany({ where: { template: { startsWith: "question" } }, orderBy: { createdAt: "asc" } });
  return { organizer, asker, event, mails, ask: callerFor(asker).question, desk: callerFor(organizer).question };
}

describe("a question to the organizer", () => {
  it("goes to them and comes back answered, and neither is told the other's address", async () => {
    const { organizer, asker, event, mails, ask, desk } = await wondering();
    await ask.ask({ eventId: event.id, text: "Is there a cloakroom? <b>" });
    const [asked] = await desk.list({ eventId: event.id });
    expect(asked).toMatchObject({ from: "Asha R.", text: "Is there a cloakroom? <b>", answer: null });
    expect(JSON.stringify(asked)).not.toContain(asker.email);

    await desk.answer({ id: asked!.id, answer: "Yes, at the left." });
    const [question, answer] = await mails();
    expect([question!.recipient, answer!.recipient]).toEqual([organizer.email, asker.email]);
    const faces = [question!, answer!].map(({ template, payload }) => renderMail(template, payload));
    expect(faces[0]!.text).toContain("Asha R. asks: “Is there a cloakroom? <b>”");
    expect(faces[0]!.text).toContain(`/organizer/events/${event.id}/questions`);
    expect(faces[1]!.text).toContain("The organizer answers: “Yes, at the left.”");
    for (const { html, text } of faces) {
      expect(html).not.toContain("<b>”");
      for (const { email } of [organizer, asker]) expect(html + text).not.toContain(email);
    }
    const told = await db.notification.findMany({ where: { type: { startsWith: "question" } }, orderBy: { createdAt: "asc" } });
    expect(told.map(({ userId }) => userId)).toEqual([organizer.id, asker.id]);
  });

  it("is answered once", async () => {
    const { event, mails, ask, desk } = await wondering();
    const { id } = await ask.ask({ eventId: event.id, text: "When do doors open?" });
    await desk.answer({ id, answer: "At six." });
    await expect(desk.answer({ id, answer: "At seven." })).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
    expect(await db.eventQuestion.findUnique({ where: { id } })).toMatchObject({ answer: "At six." });
    expect(await mails()).toHaveLength(2);
  });

  it("is one of five in a day", async () => {
    const { event, ask } = await wondering();
    for (let i = 1; i <= 5; i++) await ask.ask({ eventId: event.id, text: `Question ${i}` });
    await expect(ask.ask({ eventId: event.id, text: "One more" })).rejects.toMatchObject({ cause: { code: "RATE_LIMITED" } });
    expect(await db.eventQuestion.count()).toBe(5);
  });

  it("is not asked about what is over, nor answered by another organizer", async () => {
    const { event, ask } = await wondering();
    const { id } = await ask.ask({ eventId: event.id, text: "When?" });
    const other = callerFor(await makeUser(db, { role: "ORGANIZER" })).question;
    await expect(other.answer({ id, answer: "Now." })).rejects.toMatchObject({ cause: { code: "FORBIDDEN" } });
    await expect(other.list({ eventId: event.id })).rejects.toMatchObject({ cause: { code: "FORBIDDEN" } });
    await db.event.update({ where: { id: event.id }, data: { status: "COMPLETED" } });
    await expect(ask.ask({ eventId: event.id, text: "When?" })).rejects.toMatchObject({ cause: { code: "INVALID_TRANSITION" } });
  });

  it("goes with its author's account, and stands in what they may download", async () => {
    const { asker, event, ask } = await wondering();
    await ask.ask({ eventId: event.id, text: "When do doors open?" });
    const actor = { id: asker.id, role: "USER" as const };
    expect((await exportData({ db, actor })).questions).toMatchObject([{ text: "When do doors open?" }]);
    await callerFor(asker).user.deleteAccount({ password: PASSWORD });
    expect(await db.eventQuestion.count()).toBe(0);
  });
});
