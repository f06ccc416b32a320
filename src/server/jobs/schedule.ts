/** When each job runs, in UTC. `npm start` follows it; vercel.json says the same, and a test compares them. */
export const schedule = {
  "release-expired-holds": "* * * * *",
  "expire-pending-bookings": "* * * * *",
  "reconcile-payments": "* * * * *",
  "deliver-outbox": "* * * * *",
  "deliver-webhooks": "* * * * *",
  "announce-sales": "* * * * *",
  "send-reminders": "5 * * * *",
  "complete-events": "35 * * * *",
  "clean-notifications": "17 3 * * *",
} as const satisfies Record<string, string>;

export type JobName = keyof typeof schedule;
