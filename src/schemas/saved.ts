import { z } from "zod";
import { id } from "./common";

export const savedEventInput = z.object({ eventId: id });

export const keepSavedInput = savedEventInput.extend({ saved: z.boolean(), remind: z.boolean() });
