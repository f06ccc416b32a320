import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import { listTickets } from "../list-tickets";
import { applePass, bundle } from "./apple-pass";
import { googleLink } from "./google-link";
import { appleKeys, googleKeys } from "~/server/services/tickets/wallets";

type Request = { db: Db; actor: Pick<Actor, "id">; bookingId: string };

/**
 * A booking's tickets for Apple Wallet, one pass or a bundle of them, to its buyer.
 * @throws AppError as `listTickets`; NOT_FOUND where the shop has no keys for it
 */
export async function appleWallet(request: Request): Promise<{ fileName: string; contentType: string; bytes: Uint8Array }> {
  const keys = appleKeys();
  if (!keys) throw notFound("pass");
  const booking = await listTickets(request);
  assertStill(booking.event);
  const passes = await Promise.all(booking.tickets.map((ticket) => applePass(booking, ticket, keys)));
  const name = `aisle-${booking.bookingNumber}`;
  const [only] = passes;
  if (passes.length === 1 && only) return { fileName: `${name}.pkpass`, contentType: "application/vnd.apple.pkpass", bytes: only };
  return { fileName: `${name}.pkpasses`, contentType: "application/vnd.apple.pkpasses", bytes: bundle(passes) };
}

/** Where Google Wallet saves a booking's tickets from. @throws AppError as `appleWallet` */
export async function googleWallet(request: Request): Promise<{ address: string }> {
  const keys = googleKeys();
  if (!keys) throw notFound("pass");
  const booking = await listTickets(request);
  assertStill(booking.event);
  return { address: googleLink(booking, keys, new Date()) };
}

/** A pass stands still: it is no use where only codes that turn are let in. */
function assertStill({ turningCodes, paperTickets }: { turningCodes: boolean; paperTickets: boolean }): void {
  if (turningCodes && !paperTickets)
    throw new AppError("INVALID_TRANSITION", "This event lets in live codes only: show them under My bookings on your phone.");
}
