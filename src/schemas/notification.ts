import { z } from "zod";
import { id, paging } from "./common";

export const listNotificationsInput = z.object(paging).extend({ unreadOnly: z.boolean().default(false) });
export const markReadInput = z.object({ id });
