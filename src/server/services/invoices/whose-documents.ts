import type { Actor } from "~/domain/permissions";
import { Prisma } from "~/generated/prisma/client";

/** Documents that an organizer may list: of their events; an admin: in the platform's name. On "Invoice" i. */
export function theirs(actor: Actor): Prisma.Sql {
  return actor.role === "ADMIN" ? Prisma.sql`i."sellerKey" = 'platform'` : Prisma.sql`i."organizerId" = ${actor.id}`;
}

/** Documents that whoever asks must declare: those in their own name. On "Invoice" i. */
export function declared(actor: Actor): Prisma.Sql {
  return Prisma.sql`i."sellerKey" = ${actor.role === "ADMIN" ? "platform" : actor.id}`;
}

/** Issued in a month of India's calendar, "2026-12". On "Invoice" i. */
export function inMonth(month: string): Prisma.Sql {
  const { from, to } = monthRange(month);
  return Prisma.sql`i."issuedAt" >= ${from} AND i."issuedAt" < ${to}`;
}

/** A month of India's calendar, "2026-12", from its first instant (UTC) to that of the next. */
export function monthRange(month: string): { from: Date; to: Date } {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const start = (index: number) => new Date(Date.UTC(year, index, 1) - 5.5 * 3_600_000);
  return { from: start(number - 1), to: start(number) };
}
