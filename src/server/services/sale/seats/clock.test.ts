import { afterEach, expect, it, vi } from "vitest";
import { createBooking } from "~/server/services/sale/bookings/create-booking";
import { expirePendingBookings } from "~/server/services/sale/bookings/expire-pending";
import { readBooking } from "~/server/services/sale/bookings/read-bookings";
import { makeEvent, makeUser } from "~/test/factories";
import { testDb } from "~/test/harness/database";
import { extendHold } from "./extend-hold";
import { holdSeats } from "./hold-seats";
import { holdStatus } from "./hold-status";
import { releaseExpiredHolds } from "./release-expired-holds";

const db = testDb();

afterEach(() => void vi.useRealTimers());

it.each([-10, 10])("times are the database's where the app's clock is wrong by %i minutes", async (minutes) => {
  const made = await makeEvent(db);
  const eventId = made.event.id;
  const seatIds = [made.seats[0]!.id];
  const [actor, other] = [await makeUser(db), await makeUser(db)];
  const realNow = Date.now();
  vi.useFakeTimers({ toFake: ["Date"], now: realNow + minutes * 60_000 });
  const inTenMinutes = (at: Date | null | undefined) => Math.abs((at?.getTime() ?? 0) - (realNow + 600_000)) < 30_000;

  expect(inTenMinutes((await holdSeats({ db, actor, eventId, seatIds })).holdExpiresAt)).toBe(true);
  expect(inTenMinutes((await extendHold({ db, actor, eventId })).holdExpiresAt)).toBe(true);
  expect(inTenMinutes((await holdStatus({ db, actor, eventId }))?.holdExpiresAt)).toBe(true);
  const booking = await createBooking({ db, actor, eventId, seatIds });
  expect(inTenMinutes(booking.expiresAt)).toBe(true);
  expect((await readBooking({ db, actor, bookingId: booking.bookingId })).status).toBe("PENDING");

  await releaseExpiredHolds({ db });
  expect(await expirePendingBookings({ db })).toEqual({ bookings: 0 });
  await expect(holdSeats({ db, actor: other, eventId, seatIds })).rejects.toMatchObject({ code: "SEAT_TAKEN" });
});
