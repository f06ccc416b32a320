import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { mailer } from "~/server/gateways/mail";
import { anotherDb, testDb } from "~/test/harness/database";
import { deliverOutbox } from "./deliver-outbox";

const db = testDb();
const other = anotherDb();

let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

/** A mail server of this machine; `refuse` answers an address with a code instead of taking it. */
async function mailServer(refuse: (to: string) => number | undefined = () => undefined) {
  const taken: ParsedMail[] = [];
  server = new SMTPServer({
    authOptional: true,
    closeTimeout: 50,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const responseCode = refuse(address);
      done(responseCode ? Object.assign(new Error("not here"), { responseCode }) : null);
    },
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => (taken.push(mail), done()));
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server!.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  const open = () => mailer(`smtp://127.0.0.1:${port}`, "Aisle <tickets@aisle.test>");
  return { taken, open };
}

let made = 0;
function write(fields: { recipient?: string; template?: string; payload?: object; nextAttemptAt?: Date } = {}) {
  made += 1;
  return db.outboxMessage.create({
    data: {
      template: "refund-done",
      recipient: `person-${made}@example.com`,
      payload: { name: "Asha", title: "₹3,540 is on its way to you", body: "It has been <handed> to your bank.", bookingId: "b-1" },
      dedupeKey: `mail:test:${made}`,
      ...fields,
    },
  });
}

const deliver = (given: { db?: typeof db; mailer: ReturnType<typeof mailer> }) =>
  deliverOutbox({ db, attachmentsFor: async () => [], ...given });

describe("deliverOutbox", () => {
  it("forgets the secret of a link once the mail has left, and not before", async () => {
    const payload = { title: "Choose", body: "The link works once.", action: { label: "Choose", path: "/reset-password?token=s-3_cret" } };
    await write({ template: "password-reset", recipient: "asha@example.com", payload });
    await write({ template: "password-reset", recipient: "later@example.com", payload });
    const { taken, open } = await mailServer((to) => (to.startsWith("later") ? 450 : undefined));
    await deliver({ mailer: open() });
    expect(taken[0]!.text).toContain("token=s-3_cret");
    const rows = await db.outboxMessage.findMany({ orderBy: { recipient: "asc" } });
    expect(rows.map(({ status, payload }) => [status, (payload as typeof payload & { action: { path: string } }).action.path])).toEqual([
      ["SENT", "/reset-password?token="],
      ["PENDING", "/reset-password?token=s-3_cret"],
    ]);
  });

  it("sends a mail with both its faces, from the house, named by its row", async () => {
    const { taken, open } = await mailServer();
    const row = await write({ recipient: "asha@example.com" });
    const outcome = await deliverOutbox({
      db,
      mailer: open(),
      attachmentsFor: async () => [{ fileName: "tickets.pdf", contentType: "application/pdf", content: new Uint8Array([37, 80]) }],
    });
    expect(outcome).toEqual({ sent: 1, failed: 0, retried: 0, dropped: 0, waiting: 0 });
    const [mail] = taken;
    expect(mail).toMatchObject({
      subject: "₹3,540 is on its way to you",
      messageId: `<outbox.${row.id}@aisle.test>`,
      from: { text: '"Aisle" <tickets@aisle.test>' },
      to: { text: "asha@example.com" },
      attachments: [{ filename: "tickets.pdf", contentType: "application/pdf", size: 2 }],
    });
    for (const face of [mail!.text, mail!.html]) expect(face).toContain("http://localhost:3000/my-bookings");
    expect(mail!.html).toContain("It has been &lt;handed&gt; to your bank.");
    expect(mail!.text).toContain("It has been <handed> to your bank.");
    expect(await db.outboxMessage.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
      status: "SENT",
      attempts: 1,
      lockedUntil: null,
      sentAt: expect.any(Date),
    });
  });

  it("sends each once where two runs work at once", async () => {
    const { taken, open } = await mailServer();
    for (let i = 0; i < 23; i++) await write();
    const both = await Promise.all([deliver({ mailer: open() }), deliver({ db: other, mailer: open() })]);
    expect(both[0].sent + both[1].sent).toBe(23);
    expect(Math.min(both[0].sent, both[1].sent)).toBeGreaterThan(0);
    expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(23);
    expect(taken).toHaveLength(23);
  });

  it("takes up what a run that died left behind, once its lease has ended, under the same name", async () => {
    const { taken, open } = await mailServer();
    const row = await write();
    const dying = { send: () => new Promise<void>(() => undefined), close: () => undefined };
    void deliver({ mailer: dying });
    await expect.poll(async () => (await db.outboxMessage.findFirstOrThrow()).status, { timeout: 60_000 }).toBe("SENDING");
    expect((await deliver({ mailer: open() })).sent).toBe(0);
    await db.$executeRaw`UPDATE "OutboxMessage" SET "lockedUntil" = now() - interval '1 second'`;
    expect((await deliver({ mailer: open() })).sent).toBe(1);
    expect(taken.map(({ messageId }) => messageId)).toEqual([`<outbox.${row.id}@aisle.test>`]);
  });

  it("leaves a row to who claimed it after its own lease", async () => {
    await write();
    const slow = {
      send: async () => {
        await db.$executeRaw`UPDATE "OutboxMessage" SET attempts = 2, "lockedUntil" = now() + interval '5 minutes'`;
        throw new Error("too slow");
      },
      close: () => undefined,
    };
    await deliver({ mailer: slow });
    expect(await db.outboxMessage.findFirstOrThrow()).toMatchObject({ status: "SENDING", attempts: 2, lastError: null });
  });

  it("tries again later where the server stumbles, and gives up in the end", async () => {
    const { open } = await mailServer(() => 451);
    await write();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt++) {
      const before = Date.now();
      await deliver({ mailer: open() });
      const row = await db.outboxMessage.findFirstOrThrow();
      expect(row.lastError).toMatch(/451/);
      if (row.status === "FAILED") break;
      expect((await deliver({ mailer: open() })).retried).toBe(0);
      waits.push(Math.round((row.nextAttemptAt.getTime() - before) / 60_000));
      await db.$executeRaw`UPDATE "OutboxMessage" SET "nextAttemptAt" = now()`;
    }
    expect(waits).toEqual([1, 5, 15, 60, 180, 360, 720]);
    expect(await db.outboxMessage.findFirstOrThrow()).toMatchObject({ status: "FAILED", attempts: 8 });
  });

  it("lists an address that does not exist at once, and sends the others", async () => {
    const { taken, open } = await mailServer((to) => (to.startsWith("nobody") ? 550 : undefined));
    await write({ recipient: "nobody@example.com" });
    await write();
    expect(await deliver({ mailer: open() })).toEqual({ sent: 1, failed: 1, retried: 0, dropped: 0, waiting: 0 });
    expect(taken).toHaveLength(1);
    expect(await db.outboxMessage.findFirst({ where: { status: "FAILED" } })).toMatchObject({ attempts: 1 });
  });

  it("keeps everything without a mail server, and what is not due yet", async () => {
    await write();
    expect(await deliver({ mailer: null })).toEqual({ sent: 0, failed: 0, retried: 0, dropped: 0, waiting: 1 });
    expect(await db.outboxMessage.findFirst()).toMatchObject({ status: "PENDING", attempts: 0 });
    const { open } = await mailServer();
    await db.$executeRaw`UPDATE "OutboxMessage" SET "nextAttemptAt" = now() + interval '1 minute'`;
    expect(await deliver({ mailer: open() })).toMatchObject({ sent: 0, waiting: 1 });
  });
});
