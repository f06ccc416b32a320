import { eventOfInput } from "~/schemas/event";
import { priceSeatsInput, removeCategoryInput, saveCategoryInput } from "~/schemas/pricing";
import { createRouter, organizerProcedure } from "~/server/api/trpc";
import { listPrices } from "~/server/services/pricing/list-prices";
import { priceSeats, removeCategory, saveCategory } from "~/server/services/pricing/price-categories";

export const pricingRouter = createRouter({
  list: organizerProcedure.input(eventOfInput).query(({ ctx, input }) => listPrices({ ...ctx, ...input })),
  saveCategory: organizerProcedure.input(saveCategoryInput).mutation(({ ctx, input }) => saveCategory({ ...ctx, ...input })),
  removeCategory: organizerProcedure.input(removeCategoryInput).mutation(({ ctx, input }) => removeCategory({ ...ctx, ...input })),
  priceSeats: organizerProcedure.input(priceSeatsInput).mutation(({ ctx, input }) => priceSeats({ ...ctx, ...input })),
});
