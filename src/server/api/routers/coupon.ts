import { createCouponInput, listCouponsInput, updateCouponInput, validateCouponInput } from "~/schemas/coupon";
import { createRouter, managerProcedure, signedInProcedure } from "~/server/api/trpc";
import { createCoupon, listCoupons, updateCoupon } from "~/server/services/sale/coupons/keep-coupons";
import { validateCoupon } from "~/server/services/sale/coupons/validate-coupon";

export const couponRouter = createRouter({
  validate: signedInProcedure.input(validateCouponInput).query(({ ctx, input }) => validateCoupon({ ...ctx, ...input })),
  list: managerProcedure.input(listCouponsInput).query(({ ctx, input }) => listCoupons({ ...ctx, input })),
  create: managerProcedure.input(createCouponInput).mutation(({ ctx, input }) => createCoupon({ ...ctx, input })),
  update: managerProcedure.input(updateCouponInput).mutation(({ ctx, input }) => updateCoupon({ ...ctx, input })),
});
