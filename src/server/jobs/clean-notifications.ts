import { tidyAccounts } from "~/server/services/account/tidy";
import { fileStorage } from "~/server/gateways/storage";
import { sweepPictures } from "~/server/services/uploads/sweep-pictures";
import type { Job } from "./job";

const BATCH = 1_000;

/**
 * The daily broom: notifications that were read and are over 30 days old, records of jobs and of their failures of that age, outworn
 * sessions, and pictures that no event shows.
 */
export const cleanNotifications: Job = async ({ db }) => {
  const notifications = await inBatches(
    () => db.$executeRaw`
      DELETE FROM "Notification" WHERE id IN (
        SELECT id FROM "Notification"
         WHERE "readAt" IS NOT NULL AND "createdAt" < now() - interval '30 days'
         LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
  );
  const jobRuns = await inBatches(
    () => db.$executeRaw`
      DELETE FROM "JobRun" WHERE id IN (
        SELECT id FROM "JobRun" WHERE "startedAt" < now() - interval '30 days' LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`,
  );
  await db.$executeRaw`DELETE FROM "FailedRow" WHERE "nextAttemptAt" < now() - interval '30 days'`;
  const pictures = await sweepPictures({ db, storage: fileStorage() });
  return { notifications, jobRuns, ...(await tidyAccounts({ db })), pictures };
};

/** Repeats a deletion of at most BATCH rows until it finds fewer. */
async function inBatches(deleteSome: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = await deleteSome();
    total += deleted;
    if (deleted < BATCH) return total;
  }
}
