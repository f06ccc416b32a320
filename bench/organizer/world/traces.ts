/** What two years leave behind: 200,000 lines of the audit log and 200,000 mails. */
export const traces = [
  `INSERT INTO "AuditEntry" (id, "actorId", action, entity, "entityId", before, after, "createdAt")
   SELECT uuidv7(at - now())::text, CASE WHEN n % 5 > 0 THEN 'bw-organizer-' || (1 + n % 20) END, (ARRAY['event.update', 'booking.cancel', 'event.publish', 'coupon.create', 'venue.update'])[1 + n % 5],
          (ARRAY['event', 'booking', 'event', 'coupon', 'venue'])[1 + n % 5], 'bw-event-' || (1 + n % 1000), '{"title":"Before"}', '{"title":"After"}', at
     FROM (SELECT n, now() - (200000 - n) * interval '5 minutes' AS at FROM generate_series(1, 200000) n) t`,
  `INSERT INTO "OutboxMessage" (id, template, recipient, "userId", payload, "dedupeKey", status, "sentAt", "createdAt")
   SELECT uuidv7(at - now())::text, (ARRAY['booking-confirmed', 'reminder', 'refund', 'event-changed'])[1 + n % 4], u.email, u.id,
          '{"title":"Your tickets"}', 'bw-mail-' || n, (CASE WHEN n % 500 = 0 THEN 'FAILED' ELSE 'SENT' END)::"OutboxStatus", at, at
     FROM (SELECT n, now() - (200000 - n) * interval '5 minutes' AS at FROM generate_series(1, 200000) n) t
     JOIN "User" u ON u.id = 'bw-buyer-' || (1 + n % 20000)`,
];
