import { z } from "zod";
import { id, paise, text } from "./common";
import { eventOfInput, seatIdsInput } from "./event";
import { priceInRupees } from "./event-form";

const name = text("The name", 40);
/** `id`: of the category that it changes. */
export const saveCategoryInput = eventOfInput.extend({ id: id.optional(), name, pricePaise: paise("The price") });
export const removeCategoryInput = eventOfInput.extend({ id });
/** `categoryId` null: back to the sections' prices. */
export const priceSeatsInput = seatIdsInput.extend({ categoryId: id.nullable() });

/** A category as one types it; the price in rupees. */
export const categoryFormSchema = z.object({ name, pricePaise: priceInRupees });
export type CategoryForm = z.infer<typeof categoryFormSchema>;
