-- Lists, their counts by city and the order by bookings read this index alone, however many events are on sale.
CREATE INDEX "Event_status_startsAt_venueId_id_idx" ON "Event" (status, "startsAt", "venueId", id);
DROP INDEX "Event_status_startsAt_idx";
