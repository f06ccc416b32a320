import { AppError, notFound } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Db } from "~/server/db/db";
import type { PaymentGateway, SandboxDeed } from "~/server/gateways/payment";
import { gatewayAway } from "./away";
import { freeOrderId } from "./create-order";

type Request = {
  db: Db;
  gateway: PaymentGateway;
  actor: Actor;
  orderId: string;
  /** Where it is said, the order must be this booking's. */
  bookingId?: string;
  outcome: SandboxDeed["outcome"];
  /** How it is paid, where the dialog knows; else as the order was last asked for. */
  method?: SandboxDeed["method"];
};

/**
 * What a buyer does in the bank's dialog, in the sandbox; the bank remembers it, and sends its webhook. `late`: the
 * bank says nothing for a while, and then yes.
 * @returns what checkout would hand to the browser, for `booking.confirm`
 * @throws AppError FORBIDDEN (another gateway), NOT_FOUND (not one's own order), UNAVAILABLE
 */
export async function sandboxPay({ db, gateway, actor, orderId, bookingId, outcome, method: chosen }: Request) {
  if (!gateway.payInSandbox) throw new AppError("FORBIDDEN", "This shop takes real payments only.");
  const order = await db.payment.findFirst({
    where: { orderId, bookingId },
    orderBy: { createdAt: "asc" },
    select: { method: true, booking: { select: { userId: true, askedMethod: true } } },
  });
  if (!order && (await ownsFree(db, actor, orderId, bookingId))) return { paymentId: orderId, orderId, signature: "free" };
  if (!order || order.booking.userId !== actor.id) throw notFound("order");
  const method = chosen ?? ((order.booking.askedMethod ?? order.method).toLowerCase() as SandboxDeed["method"]);
  return gateway.payInSandbox({ orderId, method, outcome }).catch(gatewayAway);
}

async function ownsFree(db: Db, actor: Actor, orderId: string, asked?: string): Promise<boolean> {
  const bookingId = orderId.replace(/^free_/, "");
  if (freeOrderId(bookingId) !== orderId || (asked !== undefined && asked !== bookingId)) return false;
  return (await db.booking.count({ where: { id: bookingId, userId: actor.id, totalPaise: 0 } })) > 0;
}
