import { z } from "zod";
import { apiScopes } from "~/domain/api-key";
import { webhookTypes } from "~/domain/webhook-types";
import { id, paging, text } from "./common";

export const createApiKeyInput = z.object({
  name: text("The key's name", 60),
  scopes: z.array(z.enum(apiScopes)).min(1, "Choose what the key may do.").max(apiScopes.length),
  /** Left out: all of one's events. */
  eventId: id.optional(),
  /** Days from now; left out, it holds until it is revoked. */
  expiresInDays: z.int().min(1).max(365, "A key may hold for a year at most.").optional(),
});
export const apiKeyIdInput = z.object({ id });

const url = z
  .string()
  .trim()
  .max(500, "That address is too long.")
  .refine((given) => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol), "Give an address such as https://example.com/aisle.");
const types = z.array(z.enum(webhookTypes)).min(1, "Choose what you want to hear of.").max(webhookTypes.length);

export const createWebhookInput = z.object({ url, types, eventId: id.optional() });
export const updateWebhookInput = z.object({ id, url: url.optional(), types: types.optional(), enabled: z.boolean().optional() });
export const webhookIdInput = z.object({ id });
export const webhookDeliveriesInput = z.object({ id, ...paging });
export const webhookDeliveryInput = z.object({ deliveryId: id });

/** The same as forms ask it. */
export const apiKeyFormSchema = z.object({
  name: text("The key's name", 60),
  scopes: z.array(z.enum(apiScopes)).min(1, "Choose what the key may do."),
  eventId: z.string(),
  expiresInDays: z.enum(["30", "90", "365", ""]),
});
export const webhookFormSchema = z.object({ url, types });
export type ApiKeyForm = z.infer<typeof apiKeyFormSchema>;
export type WebhookForm = z.infer<typeof webhookFormSchema>;
