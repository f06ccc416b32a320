/**
 * Every time and size by which the server gives up, tries again or turns somebody away. Nothing imports it but who
 * asks at the moment of use, so that tests can stretch it whole (test/setup/patience.ts): on a machine that is busy
 * with something else only what they mean to end, ends.
 */

/** How long somebody is waited for before it counts as lost, in ms. */
export const patience = {
  /** All tries of one transaction together; then BUSY. */
  transactionMs: 1_500,
  /** The work of one try. */
  tryMs: 5_000,
  /** Money waits longer for its turn than a buyer's click does. Nobody gains by giving up. */
  bookingMs: 6_000,
  /** Seats are made in bulk, but 100,000 of them take longer than a sale may: one try, all tries. */
  bulkTryMs: 30_000,
  bulkMs: 60_000,
  /** A request's body, to come in. */
  bodyMs: 10_000,
  /** In line for a connection; who would have to stand longer is told so at once. */
  poolLineMs: 1_500,
  /** For a connection, once in line. */
  connectMs: 3_000,
  healthMs: 2_000,
  /** The bank's answer. */
  gatewayMs: 8_000,
  /** A mail server costs this much at most, far less than a message is claimed for. */
  mailMs: 15_000,
  storageMs: 15_000,
  /** The sandbox bank, for the shop to take a webhook. */
  webhookMs: 5_000,
  /** The organizer who calls an event off, for its bookings; the reconciling job does the rest of a large event. */
  callOffMs: 3_000,
  /** One run of a job over a cancelled event's bookings, and over the outbox: below the 60 s a platform grants. */
  callOffRunMs: 20_000,
  outboxRunMs: 40_000,
  /** One run of the reconciling job over all kinds of its work. */
  reconcileRunMs: 40_000,
};

/** How far apart things are done again, and how long an answer stays good, in ms. */
export const pace = {
  /** Full jitter between tries of a transaction: doubled from the first to the last. */
  backoffFirstMs: 5,
  backoffLastMs: 250,
  /** How fast a line for connections moves before anything was measured: a machine that is neither slow nor quick. */
  firstGapMs: 0.5,
  /** One pause of the database is no reason to turn everybody away afterwards. */
  longestGapMs: 100,
  /** A connection that nobody wants is closed. */
  idleConnectionMs: 30_000,
  /** Reads of one event's seats begin at least this far apart, however many ask. */
  availabilityMs: 300,
  /** An event's seats that nobody has asked for are forgotten. */
  availabilityKeptMs: 30_000,
  /** A changed orphan rule takes hold within this time. */
  roomMs: 2_000,
  /** A session's last use is noted at most so often. */
  seenMs: 10 * 60_000,
  /** A claimed webhook, webhook of the sandbox's, or message is one run's alone; after that another takes it. */
  webhookLeaseMs: 30_000,
  sandboxLeaseMs: 10_000,
  /** The sandbox bank looks for webhooks that an ended process left at most so often. */
  sandboxSweepMs: 1_000,
  outboxLeaseMs: 300_000,
  /** An attempt at a refund is three calls to the gateway and three transactions at the worst. */
  refundLeaseMs: 45_000,
};

/** How many at once, or at most. */
export const room = {
  /** Tries of a transaction. */
  tries: 8,
  /** Of one about money: who pays in a new shop's first hour meets all others on one page of an index, again and again. */
  moneyTries: 60,
  /** Connections of one process: eight keep two cores busy; more only make conflicts and queues. */
  connections: 8,
  /** Calls that one machine has under way: about a second's work of the costliest of them on two cores. */
  calls: 400,
};
