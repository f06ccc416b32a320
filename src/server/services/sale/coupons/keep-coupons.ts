import type { z } from "zod";
import { AppError, notFound } from "~/domain/errors";
import { mayManageEvent, type Actor } from "~/domain/permissions";
import type { Prisma } from "~/generated/prisma/client";
import type { createCouponInput, listCouponsInput, updateCouponInput } from "~/schemas/coupon";
import { uniqueViolation } from "~/server/db/errors";
import type { Db, Tx } from "~/server/db/db";
import { audit } from "~/server/services/audit";
import { transaction } from "~/server/db/transaction";

const couponSelect = {
  id: true, code: true, type: true, value: true, active: true, validFrom: true, validUntil: true, usageLimit: true,
  perBuyerLimit: true, minSubtotalPaise: true, maxDiscountPaise: true, usedCount: true, organizerId: true, createdAt: true,
  event: { select: { id: true, title: true, organizerId: true } },
} satisfies Prisma.CouponSelect;

type Keeping = { db: Db; actor: Actor };

/** The coupons that `actor` keeps: an organizer's own and their events', all for an admin; newest first. */
export async function listCoupons({ db, actor, input }: Keeping & { input: z.infer<typeof listCouponsInput> }) {
  const { eventId, page, limit } = input;
  const mine: Prisma.CouponWhereInput =
    actor.role === "ADMIN" ? {} : { OR: [{ organizerId: actor.id }, { event: { organizerId: actor.id } }] };
  const where: Prisma.CouponWhereInput = { AND: [mine, eventId ? { eventId } : {}] };
  const [items, total] = await Promise.all([
    db.coupon.findMany({ where, select: couponSelect, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: (page - 1) * limit, take: limit }),
    db.coupon.count({ where }),
  ]);
  return { items, total, page, pageCount: Math.max(1, Math.ceil(total / limit)) };
}

/**
 * Makes a coupon, whose code is one of its organizer's own (another may give out the same): for one event, else for all of the organizer's, else (an admin's) for the platform.
 * @throws AppError NOT_FOUND (another's event), COUPON_INVALID (there is one of this code already)
 */
export async function createCoupon({ db, actor, input }: Keeping & { input: z.infer<typeof createCouponInput> }) {
  if (input.eventId) await managedEvent(db, actor, input.eventId);
  const organizerId = !input.eventId && actor.role === "ORGANIZER" ? actor.id : null;
  try {
    return await transaction(db, async (tx) => {
      const coupon = await tx.coupon.create({ data: { ...input, organizerId }, select: couponSelect });
      await audit(tx, { actor, action: "coupon.create", entity: "coupon", entityId: coupon.id, after: input });
      return coupon;
    });
  } catch (error) {
    if (uniqueViolation(error)) throw new AppError("COUPON_INVALID", `There is a coupon ${input.code} already. Please choose another code.`, { field: "code" });
    throw error;
  }
}

/**
 * Changes a coupon's terms; bookings made already keep their price.
 * @throws AppError NOT_FOUND (also another's), INVALID_INPUT (a limit below what is used, a percentage over 100, times)
 */
export async function updateCoupon({ db, actor, input }: Keeping & { input: z.infer<typeof updateCouponInput> }) {
  const { id, ...data } = input;
  return transaction(db, async (tx) => {
    const before = await tx.coupon.findUnique({ where: { id }, select: couponSelect });
    if (!before || !mayKeep(actor, before)) throw notFound("coupon");
    const after = { ...before, ...data };
    const refuse = (field: string, sentence: string) => new AppError("INVALID_INPUT", sentence, { field });
    if (after.validUntil <= after.validFrom) throw refuse("validUntil", "It must end after it begins.");
    if (after.type === "PERCENTAGE" && after.value > 10_000) throw refuse("value", "A percentage is at most 100 %.");
    if (typeof data.usageLimit === "number" && data.usageLimit < before.usedCount) {
      throw refuse("usageLimit", `It has ${before.usedCount} uses already; the limit cannot be less.`);
    }
    const coupon = await tx.coupon.update({ where: { id }, data, select: couponSelect });
    await audit(tx, { actor, action: "coupon.update", entity: "coupon", entityId: id, before, after: data });
    return coupon;
  });
}

function mayKeep(actor: Actor, coupon: { organizerId: string | null; event: { organizerId: string } | null }): boolean {
  return actor.role === "ADMIN" || coupon.organizerId === actor.id || coupon.event?.organizerId === actor.id;
}

async function managedEvent(db: Db | Tx, actor: Actor, eventId: string): Promise<void> {
  const event = await db.event.findUnique({ where: { id: eventId }, select: { organizerId: true } });
  if (!event || !mayManageEvent(actor, event)) throw notFound("event");
}
