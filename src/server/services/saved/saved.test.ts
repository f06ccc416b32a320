import { beforeEach, describe, expect, it } from "vitest";
import { makeEvent, makeUser } from "~/test/factories";
import { callerFor } from "~/test/harness/callers";
import { anotherDb, testDb } from "~/test/harness/database";
import { exportData } from "../account/export-data";
import { renderMail } from "../mail/render";
import { announceSales } from "./announce-sales";

const db = testDb();
const other = anotherDb();
let user: Awaited<ReturnType<typeof makeUser>>;
let event: Awaited<ReturnType<typeof makeEvent>>["event"];
const inAnHour = () => new Date(Date.now() + 3_600_000);
const anHourAgo = () => new Date(Date.now() - 3_600_000);
const saved = () => callerFor(user).saved;
const open = () => db.event.update({ where: { id: event.id }, data: { onSaleAt: anHourAgo() } });

beforeEach(async () => {
  user = await makeUser(db, { name: "Asha" });
  ({ event } = await makeEvent(db, { title: "Rag at night" }));
  await db.event.update({ where: { id: event.id }, data: { onSaleAt: inAnHour() } });
});

describe("keeping an event in mind", () => {
  it("is one's own, and may be taken back", async () => {
    const eventId = event.id;
    expect(await saved().keep({ eventId, saved: true, remind: false })).toEqual({ saved: true, remind: false });
    await saved().keep({ eventId, saved: true, remind: false });
    expect(await saved().list()).toMatchObject([{ id: eventId, title: "Rag at night", saleState: "NOT_YET" }]);
    expect(await callerFor(await makeUser(db)).saved.list()).toEqual([]);
    expect((await exportData({ db, actor: user })).savedEvents).toMatchObject([{ eventId }]);
    await saved().keep({ eventId, saved: false, remind: false });
    expect(await saved().of({ eventId })).toEqual({ saved: false, remind: false });
  });

  it("has nothing in the list that is over, and nothing of others' drafts", async () => {
    await saved().keep({ eventId: event.id, saved: true, remind: true });
    await db.event.update({ where: { id: event.id }, data: { startsAt: anHourAgo() } });
    expect(await saved().list()).toEqual([]);
    await db.event.update({ where: { id: event.id }, data: { startsAt: inAnHour(), status: "DRAFT" } });
    expect(await saved().list()).toEqual([]);
    await expect(saved().keep({ eventId: event.id, saved: true, remind: false })).rejects.toMatchObject({ cause: { code: "NOT_FOUND" } });
  });
});

describe("telling that a sale is open", () => {
  const ask = () => saved().keep({ eventId: event.id, saved: true, remind: true });

  it("waits for the sale, and tells each who asked once, by message and mail, however many runs there are", async () => {
    await ask();
    await callerFor(await makeUser(db)).saved.keep({ eventId: event.id, saved: true, remind: false });
    expect(await announceSales({ db })).toEqual({ events: 0, told: 0 });
    await open();
    const runs = await Promise.all([announceSales({ db }), announceSales({ db: other })]);
    expect(runs[0].told + runs[1].told).toBe(1);
    expect(await announceSales({ db })).toEqual({ events: 0, told: 0 });
    expect(await db.notification.findMany()).toMatchObject([{ userId: user.id, title: "Rag at night is on sale", href: `/events/${event.id}` }]);
    const [mail] = await db.outboxMessage.findMany();
    const { text, subject } = renderMail(mail!.template, mail!.payload);
    expect(subject).toBe("Rag at night is on sale");
    expect(text).toMatch(/Hello Asha,[\s\S]*Choose seats[\s\S]*because you asked to be told/);
    expect(await saved().of({ eventId: event.id })).toEqual({ saved: true, remind: false });
  });

  it("says nothing of what was called off, and nothing to who took it back", async () => {
    await ask();
    await open();
    await db.event.update({ where: { id: event.id }, data: { status: "CANCELLED" } });
    expect(await announceSales({ db })).toEqual({ events: 0, told: 0 });
    await db.event.update({ where: { id: event.id }, data: { status: "PUBLISHED" } });
    await saved().keep({ eventId: event.id, saved: true, remind: false });
    expect(await announceSales({ db })).toEqual({ events: 0, told: 0 });
    await ask();
    expect((await announceSales({ db })).told).toBe(1);
  });
});
