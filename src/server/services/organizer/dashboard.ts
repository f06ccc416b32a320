import type { z } from "zod";
import type { Actor } from "~/domain/permissions";
import { dashboardInput } from "~/schemas/organizer";
import type { Prisma } from "~/generated/prisma/client";
import type { Db } from "~/server/db/db";
import { confirmedSales } from "../events/confirmed-sales";
import { containing, searchWords } from "../search-words";
import { checkoutsOf } from "./checkouts";
import { listedEvents } from "./listed-events";
import { moneyMoved } from "./money-moved";
import { salesOf } from "./sales";
import { everywhere, ofOrganizer } from "./scope";

const RANGE_MS = 30 * 86_400_000;
/** Days are the shop's: events of several zones share one chart. */
const TIME_ZONE = "Asia/Kolkata";

/** An organizer's figures over a range, and their events, the next one first; an admin's are everybody's. */
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
  const range = { from, to };
  const [sales, money, checkouts, statuses, { total, events }] = await Promise.all([
    salesOf({ db, scope, range, timeZone: TIME_ZONE }),
    moneyMoved({ db, scope, range }),
    checkoutsOf({ db, scope, range }),
    db.event.groupBy({ by: ["status"], where, _count: { _all: true } }),
    listedEvents({ db, where: listed, now: new Date(), page, limit }),
  ]);
  const sold = await confirmedSales({ db, eventIds: events.map((event) => event.id) });
  return {
    range: { ...range, timeZone: TIME_ZONE },
    totals: { ...sales.totals, ...money },
    ended: sales.ended,
    salesByDay: sales.days,
    checkouts: { ...checkouts, secondsToPay: sales.secondsToPay },
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

/** Part of the whole in basis points; 0 of nothing. */
export function shareBps(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 10_000) / whole);
}
