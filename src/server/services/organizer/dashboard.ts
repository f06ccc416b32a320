import type { z } from "zod";
import type { Actor } from "~/domain/permissions";
import { dashboardInput } from "~/schemas/organizer";
import type { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db";
import { containing, searchWords } from "../search-words";
import { everywhere, ofOrganizer, salesByDay, salesTotals } from "./sales";

const RANGE_MS = 30 * 86_400_000;
/** Days are the shop's: events of several zones share one chart. */
const TIME_ZONE = "Asia/Kolkata";

/** An organizer's figures over a range, and their events, the latest first; an admin's are everybody's. */
export async function organizerDashboard({
  db,
  actor,
  input,
}: {
  db: Db;
  actor: Actor;
  input: z.input<typeof dashboardInput>;
}) {
  const {
    page,
    limit,
    search,
    status,
    to = new Date(),
    from = new Date(to.getTime() - RANGE_MS),
  } = dashboardInput.parse(input);
  const scope = actor.role === "ADMIN" ? everywhere : ofOrganizer(actor.id);
  const where = actor.role === "ADMIN" ? {} : { organizerId: actor.id };
  const listed: Prisma.EventWhereInput = {
    ...where,
    status,
    AND: searchWords(search).map((word) => ({
      OR: [{ title: containing(word) }, { venue: { name: containing(word) } }],
    })),
  };
  const [totals, days, statuses, total, events] = await Promise.all([
    salesTotals(db, scope, { from, to }),
    salesByDay(db, scope, { from, to }, TIME_ZONE),
    db.event.groupBy({ by: ["status"], where, _count: { _all: true } }),
    db.event.count({ where: listed }),
    db.event.findMany({
      where: listed,
      orderBy: [{ startsAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
      select: {
        id: true,
        title: true,
        status: true,
        startsAt: true,
        seatCount: true,
        venue: { select: { name: true, city: true, timeZone: true } },
      },
    }),
  ]);
  const sold = await soldOf(
    db,
    events.map((event) => event.id),
  );
  return {
    range: { from, to, timeZone: TIME_ZONE },
    totals,
    salesByDay: days,
    eventsByStatus: Object.fromEntries(statuses.map((row) => [row.status, row._count._all])),
    events: {
      items: events.map((event) => {
        const { tickets, salesPaise } = sold.get(event.id) ?? { tickets: 0, salesPaise: 0 };
        return { ...event, soldCount: tickets, salesPaise, occupancyBps: shareBps(tickets, event.seatCount) };
      }),
      total,
      page,
      pageCount: Math.ceil(total / limit),
    },
  };
}

async function soldOf(db: Db, eventIds: string[]) {
  const rows = await db.booking.groupBy({
    by: ["eventId"],
    where: { eventId: { in: eventIds }, status: "CONFIRMED" },
    _sum: { seatCount: true, totalPaise: true },
  });
  return new Map(
    rows.map((row) => [
      row.eventId,
      { tickets: row._sum.seatCount ?? 0, salesPaise: row._sum.totalPaise ?? 0 },
    ]),
  );
}

/** Part of the whole in basis points; 0 of nothing. */
export function shareBps(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 10_000) / whole);
}
