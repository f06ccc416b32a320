import { expirePendingBookings } from "~/server/services/bookings/expire-pending";
import { releaseExpiredHolds } from "~/server/services/seat-lock/release-expired-holds";
import { cleanNotifications } from "./clean-notifications";
import type { Job } from "./job";
import { reconcilePayments } from "./reconcile-payments";
import type { JobName } from "./schedule";

/** The table of contents of everything that happens by itself. When: schedule.ts. */
export const registry: Record<JobName, Job> = {
  "release-expired-holds": releaseExpiredHolds,
  "expire-pending-bookings": expirePendingBookings,
  "reconcile-payments": reconcilePayments,
  "clean-notifications": cleanNotifications,
};

/** The job of that name, or undefined: names come from the address bar. */
export function findJob(name: string): Job | undefined {
  return Object.hasOwn(registry, name) ? registry[name as JobName] : undefined;
}
