import { createCouponInput, listCouponsInput, updateCouponInput, validateCouponInput } from "~/schemas/coupon";
import { createRouter, organizerProcedure, signedInProcedure } from "~/server/api/trpc";
import { createCoupon, listCoupons, updateCoupon } from "~/server/services/sale/coupons/keep-coupons";
import { validateCoupon } from "~/server/services/sale/coupons/validate-coupon";

export const couponRouter = createRouter({
  validate: signedInProcedure.input(validateCouponInput).query(({ ctx, input }) => validateCoupon({ ...ctx, ...input })),
  list: organizerProcedure.input(listCouponsInput).query(({ ctx, input }) => listCoupons({ ...ctx, input })),
  create: organizerProcedure.input(createCouponInput).mutation(({ ctx, input }) => createCoupon({ ...ctx, input })),
  update: organizerProcedure.input(updateCouponInput).mutation(({ ctx, input }) => updateCoupon({ ...ctx, input })),
});
