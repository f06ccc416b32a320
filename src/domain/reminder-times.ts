const HOUR_MS = 3_600_000;

/**
 * Reminders, in milliseconds before the start: when each is due, until when it is still written, and until when one that
 * was written may still leave. After that it would only confuse: "tomorrow" in the evening itself.
 */
export const reminderTimes = {
  "reminder-day": { fromMs: 24 * HOUR_MS, untilMs: 4 * HOUR_MS, leavesUntilMs: 2 * HOUR_MS },
  "reminder-hours": { fromMs: 2 * HOUR_MS, untilMs: 0, leavesUntilMs: 0 },
} as const;

export type ReminderType = keyof typeof reminderTimes;
