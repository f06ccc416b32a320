import { z } from "zod";

export const updatePreferencesSchema = z.object({ reminders: z.boolean().optional(), reviewRequests: z.boolean().optional() });
