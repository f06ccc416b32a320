import { expirePendingBookings } from "~/server/services/sale/bookings/expire-pending";
import { releaseExpiredHolds } from "~/server/services/sale/seats/release-expired-holds";
import { announceSales } from "./announce-sales";
import { cleanNotifications } from "./clean-notifications";
import { completeEvents } from "./complete-events";
import { deliverOutbox } from "./deliver-outbox";
import { deliverWebhooks } from "./deliver-webhooks";
import type { Job } from "./job";
import { reconcilePayments } from "./reconcile-payments";
import type { JobName } from "./schedule";
import { sendReminders } from "./send-reminders";

/** The table of contents of everything that happens by itself. When: schedule.ts. */
export const registry: Record<JobName, Job> = {
  "release-expired-holds": releaseExpiredHolds,
  "expire-pending-bookings": expirePendingBookings,
  "reconcile-payments": reconcilePayments,
  "deliver-outbox": deliverOutbox,
  "deliver-webhooks": deliverWebhooks,
  "announce-sales": announceSales,
  "send-reminders": sendReminders,
  "complete-events": completeEvents,
  "clean-notifications": cleanNotifications,
};

/** The job of that name, or undefined: names come from the address bar. */
export function findJob(name: string): Job | undefined {
  return Object.hasOwn(registry, name) ? registry[name as JobName] : undefined;
}
