import { eventFacets } from "~/server/services/events/event-facets";
import { listEvents } from "~/server/services/events/list-events";
import { listCoupons } from "~/server/services/sale/coupons/keep-coupons";
import { auditLog } from "~/server/services/admin/audit-log";
import { listOutbox } from "~/server/services/admin/list-outbox";
import { listUsers } from "~/server/services/admin/list-users";
import { listOrders } from "~/server/services/orders/list-orders";
import { listAttendees } from "~/server/services/organizer/attendees";
import { attendeesCsv } from "~/server/services/organizer/attendees-csv";
import { cancelForecast } from "~/server/services/organizer/cancel-forecast";
import { organizerDashboard } from "~/server/services/organizer/dashboard";
import { eventReport } from "~/server/services/organizer/event-report";
import { listVenues } from "~/server/services/venues/list-venues";
import { listEventsInput } from "~/schemas/event";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { ids, world } from "./world";

const DAY_MS = 86_400_000;
const admin: Actor = { id: ids.admin, role: "ADMIN" };
const organizer = (n: number): Actor => ({ id: ids.organizer(n), role: "ORGANIZER" });
/** The one with a third of all events. */
const busiest = organizer(1);
const largest = ids.event(1);

const shows = ["Veena", "Monsoon Raga", "Quiet Room", "Derby", "Laughter"];
const typos = ["Veina", "Monsoom", "Lantrens", "Derbi", "Garbha"];
const names = ["asha", "ravi iyer", "meera.das", "kabir khan", "zoya nair"];
const words = (all: readonly string[], n: number) => all[n % all.length]!;
const events = (input: Parameters<typeof listEventsInput.parse>[0]) => listEventsInput.parse(input);
const days = (count: number) => ({ from: new Date(Date.now() - count * DAY_MS), to: new Date() });
const page = { page: 1, limit: 25 };
const anyEvent = (n: number) => ids.event(2 + ((n * 37) % (world.events - 1)));

/** What pages ask for, each as its procedure does; `n` varies what is asked from one time to the next. */
export const questions: Record<string, (db: Db, n: number) => Promise<unknown>> = {
  "list: events": (db, n) => listEvents({ db, actor: null, input: events({ limit: 20, page: 1 + (n % 3) }) }),
  "list: events, filtered": (db, n) =>
    listEvents({
      db,
      actor: null,
      input: events({ category: "CONCERT", city: words(["Pune", "Goa"], n), maxAllInPaise: 100_000 }),
    }),
  "list: events, by price": (db) => listEvents({ db, actor: null, input: events({ sort: "price" }) }),
  "list: events, most popular": (db) => listEvents({ db, actor: null, input: events({ sort: "popular" }) }),
  "list: cities and categories": (db) => eventFacets({ db }),
  "list: coupons": (db) => listCoupons({ db, actor: busiest, input: { page: 1, limit: 20 } }),
  "list: venues": (db, n) =>
    listVenues({ db, actor: busiest, input: { usable: true, limit: 20, page: 1 + (n % 3) } }),
  "list: users": (db, n) => listUsers({ db, ...page, page: 1 + n * 20 }),
  "list: audit log": (db, n) => auditLog({ db, ...page, page: 1 + n * 10 }),
  "list: audit log of a kind": (db, n) => auditLog({ db, ...page, entity: words(["event", "coupon"], n) }),
  "list: audit log of an action": (db, n) =>
    auditLog({ db, ...page, action: words(["venue.update", "event.", "user.setRole"], n) }),
  "list: outbox": (db, n) => listOutbox({ db, ...page, page: 1 + n * 10 }),
  "list: outbox, failed": (db) => listOutbox({ db, ...page, status: "FAILED" }),
  "search: events": (db, n) => listEvents({ db, actor: null, input: events({ search: words(shows, n) }) }),
  "search: events, misspelt": (db, n) =>
    listEvents({ db, actor: null, input: events({ search: words(typos, n) }) }),
  "search: venues": (db, n) =>
    listVenues({ db, actor: busiest, input: { usable: true, search: words(["hall 1", "goa", "lane"], n) } }),
  "search: users": (db, n) => listUsers({ db, ...page, search: words(names, n) }),
  "search: outbox": (db, n) => listOutbox({ db, ...page, search: words(names, n) }),
  "search: attendees of the largest": (db, n) =>
    listAttendees({ db, actor: busiest, eventId: largest, ...page, search: words(names, n) }),
  "search: booking number": (db, n) =>
    listAttendees({ db, actor: busiest, eventId: largest, ...page, search: `BW00${12_000 + n}` }),
  "dashboard: 30 days": (db, n) => organizerDashboard({ db, actor: organizer(2 + (n % 19)), input: {} }),
  "dashboard: 30 days, busiest": (db) => organizerDashboard({ db, actor: busiest, input: {} }),
  "dashboard: a year, busiest": (db) => organizerDashboard({ db, actor: busiest, input: days(365) }),
  "dashboard: search": (db, n) =>
    organizerDashboard({ db, actor: busiest, input: { search: words(shows, n) } }),
  "dashboard: 30 days, admin": (db) => organizerDashboard({ db, actor: admin, input: {} }),
  "dashboard: a year, admin": (db) => organizerDashboard({ db, actor: admin, input: days(365) }),
  "report: an event": (db, n) => eventReport({ db, actor: admin, eventId: anyEvent(n) }),
  "report: the largest": (db) => eventReport({ db, actor: busiest, eventId: largest }),
  "report: orders": (db, n) => listOrders({ db, actor: admin, eventId: anyEvent(n), ...page }),
  "report: orders of the largest": (db, n) => listOrders({ db, actor: busiest, eventId: largest, ...page, page: 1 + n * 60 }),
  "report: cancelled orders of the largest": (db, n) =>
    listOrders({ db, actor: busiest, eventId: largest, ...page, page: 1 + n, status: "CANCELLED" }),
  "search: orders of the largest": (db, n) =>
    listOrders({ db, actor: busiest, eventId: largest, ...page, search: words([...names, "A12", "stalls 7-3"], n) }),
  "search: attendees by seat": (db, n) =>
    listAttendees({ db, actor: busiest, eventId: largest, ...page, search: words(["A12", "1-12", "b7"], n) }),
  "report: attendees": (db, n) => listAttendees({ db, actor: admin, eventId: anyEvent(n), ...page }),
  "report: attendees of the largest": (db, n) =>
    listAttendees({ db, actor: busiest, eventId: largest, ...page, page: 1 + n * 60 }),
  "report: a piece of the CSV": (db) => attendeesCsv({ db, actor: busiest, eventId: largest }),
  "report: what cancelling costs": (db) => cancelForecast({ db, actor: busiest, id: largest }),
};
