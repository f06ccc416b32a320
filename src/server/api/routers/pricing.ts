import { eventOfInput } from "~/schemas/event";
import { priceSeatsInput, removeCategoryInput, saveCategoryInput } from "~/schemas/pricing";
import { createRouter, managerProcedure } from "~/server/api/trpc";
import { listPrices } from "~/server/services/pricing/list-prices";
import { priceSeats, removeCategory, saveCategory } from "~/server/services/pricing/price-categories";

export const pricingRouter = createRouter({
  list: managerProcedure.input(eventOfInput).query(({ ctx, input }) => listPrices({ ...ctx, ...input })),
  saveCategory: managerProcedure.input(saveCategoryInput).mutation(({ ctx, input }) => saveCategory({ ...ctx, ...input })),
  removeCategory: managerProcedure.input(removeCategoryInput).mutation(({ ctx, input }) => removeCategory({ ...ctx, ...input })),
  priceSeats: managerProcedure.input(priceSeatsInput).mutation(({ ctx, input }) => priceSeats({ ...ctx, ...input })),
});
