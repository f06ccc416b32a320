import type { Guard } from "./guards";

const DOOR = "src/server/services/door";
const ENGINE = "src/features/door/engine";
const ON_SERVER = ["src/server/services/door/door.test.ts"];
const ON_PHONE = ["src/features/door/engine/door-engine.test.ts"];
const RULES = ["src/domain/door/door.test.ts"];

/** What keeps the door from letting a ticket in twice, or a stranger once. */
export const doorGuards: Guard[] = [
  {
    name: "a ticket that is inside is not let in again",
    file: "src/domain/door/verdict.ts",
    find: `  if (ticket.insideSince !== null) return { answer: "ALREADY_USED", firstAt: ticket.insideSince };
`,
    without: ``,
    tests: RULES,
  },
  {
    name: "a ticket that was given back stays out",
    file: "src/domain/door/verdict.ts",
    find: `  if (!ticket.live) return { answer: "CANCELLED", reason: "RETURNED" };
`,
    without: ``,
    tests: ON_SERVER,
  },
  {
    name: "the same scan hears the same answer",
    file: `${DOOR}/door-books.ts`,
    find: `    const known = this.bySeq.get(scan.seq);`,
    without: `    const known = undefined as CheckInRow | undefined;`,
    tests: ON_SERVER,
  },
  {
    name: "a double is a conflict that all doors see",
    file: `${DOOR}/door-books.ts`,
    find: `    if (kind) this.conflicts.push(this.conflictFor(row, kind, ticket));
`,
    without: ``,
    tests: ON_SERVER,
  },
  {
    name: "an admission that nobody heard of is taken back",
    file: `${DOOR}/door-books.ts`,
    find: `      if (scan.told && !known.told) this.hearTold(known, scan, read);
`,
    without: ``,
    tests: ON_SERVER,
  },
  {
    name: "a double is the admission where the other did not happen",
    file: `${DOOR}/door-rows.ts`,
    find: `  for (const itemId of books.vacated) await promoteDouble(tx, itemId);
`,
    without: ``,
    tests: ON_SERVER,
  },
  {
    name: "one admission of a ticket is open, by the database",
    file: "prisma/migrations/20261124190500_door/migration.sql",
    find: `CREATE UNIQUE INDEX "CheckIn_one_inside"`,
    without: `CREATE INDEX "CheckIn_one_inside"`,
    tests: ON_SERVER,
  },
  {
    name: "a code must be signed",
    file: `${DOOR}/read-scan.ts`,
    find: `!code || !isSigned(code, ticket?.eventId ?? event.id)`,
    without: `!code`,
    tests: ON_SERVER,
  },
  {
    name: "a ticket of another evening is told so",
    file: `${DOOR}/read-scan.ts`,
    find: `  if (ticket.eventId !== event.id) return { answer: "WRONG_EVENT" };
`,
    without: ``,
    tests: ON_SERVER,
  },
  {
    name: "a ticket that was never paid is none",
    file: `${DOOR}/read-scan.ts`,
    find: `  if (!ticket.live && !ticket.everLive) return { answer: "NOT_VALID" };
`,
    without: ``,
    tests: ON_SERVER,
  },
  {
    name: "by hand is a supervisor's",
    file: `${DOOR}/read-scan.ts`,
    find: `byHand ? role !== "SUPERVISOR" :`,
    without: `byHand ? false :`,
    tests: ON_SERVER,
  },
  {
    name: "a stale code is refused",
    file: "src/domain/door/turning-code.ts",
    find: `isFresh(proof) ? "FINE" : "STALE_CODE"`,
    without: `isFresh(proof) ? "FINE" : "FINE"`,
    tests: ON_SERVER,
  },
  {
    name: "a link opens its own event alone",
    file: `${DOOR}/open-door.ts`,
    find: `link.eventId === eventId && `,
    without: ``,
    tests: ON_SERVER,
  },
  {
    name: "a revoked link is over",
    file: `${DOOR}/open-door.ts`,
    find: `!link.revokedAt && `,
    without: ``,
    tests: ON_SERVER,
  },
  {
    name: "a link ends",
    file: `${DOOR}/open-door.ts`,
    find: ` && link.expiresAt > new Date() ? link`,
    without: ` ? link`,
    tests: ON_SERVER,
  },
  {
    name: "changes are read from the oldest transaction under way",
    file: `${DOOR}/door-tickets.ts`,
    find: `pg_snapshot_xmin(pg_current_snapshot())`,
    without: `pg_snapshot_xmax(pg_current_snapshot())`,
    tests: ON_SERVER,
  },
  {
    name: "shares never overlap",
    file: "src/domain/door/share.ts",
    find: `...partsOf(ALL_PARTS & ~taken & ~own)]`,
    without: `...partsOf(ALL_PARTS & ~own)]`,
    tests: RULES,
  },
  {
    name: "a phone answers by itself in time",
    file: `${ENGINE}/door-engine.ts`,
    find: `const stop = this.parts.clock.after(ms, () => {`,
    without: `const stop = this.parts.clock.after(ms + 1, () => {`,
    tests: ON_PHONE,
  },
  {
    name: "a slow disk takes its time from the same answer",
    file: `${ENGINE}/door-engine.ts`,
    find: `const left = ANSWER_MS - (clock.now() - begun);`,
    without: `const left = ANSWER_MS;`,
    tests: ON_PHONE,
  },
  {
    name: "a phone alone admits its own share",
    file: `${ENGINE}/local-door.ts`,
    find: `return isOfShare(share, read.digest) ? heard :`,
    without: `return share >= 0 ? heard :`,
    tests: ON_PHONE,
  },
  {
    name: "a phone alone knows what it let in itself",
    file: `${ENGINE}/door-engine.ts`,
    find: `    this.local?.note(entry);
`,
    without: ``,
    tests: ON_PHONE,
  },
  {
    name: "a phone alone checks the signature",
    file: `${ENGINE}/local-door.ts`,
    find: `        : this.verify(publicKey, event.id, read.code)`,
    without: `        : (void publicKey, true)`,
    tests: ON_PHONE,
  },
  {
    name: "what was not told before the phone died was heard by nobody",
    file: `${ENGINE}/door-engine.ts`,
    find: `      await this.parts.store.tell(entry.seq, "NOTHING");
`,
    without: ``,
    tests: ON_PHONE,
  },
  {
    name: "a way out that came first ends the stay that comes after it",
    file: `${DOOR}/door-books.ts`,
    find: `    if (ticket && this.wasOver(`,
    without: `    if (false && ticket && this.wasOver(`,
    tests: ON_SERVER,
  },
  {
    name: "an old way out sends nobody out who came in since",
    file: `${DOOR}/read-scan.ts`,
    find: `ticket.insideSince > scan.at`,
    without: `false`,
    tests: ON_SERVER,
  },
  {
    name: "who came in after the other went out is no double",
    file: `${DOOR}/door-books.ts`,
    find: `      if (row.told) this.left.set(ticket.id, row.at);
`,
    without: ``,
    tests: ON_SERVER,
  },
];
